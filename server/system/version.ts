// Owns the program's own version and place on disk.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const programFolder = join(import.meta.dirname, "..", "..");

export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8"))).version;
