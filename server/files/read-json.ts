// Owns reading JSON files that a crash or a person may have spoilt. Refuses to throw: what does not fit is absent.
import { readFileSync } from "node:fs";
import type { z } from "zod";

/** The file's content when it is there, parses and fits the schema; else null. */
export function readJson<T extends z.ZodType>(path: string, schema: T): z.output<T> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
