// Owns reading the config file that a command names. Refuses to look into it.
import { readFileSync } from "node:fs";
import { StudioError } from "../studio-error.ts";

export function readConfigFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StudioError({
      code: "file.not-found",
      message: `The file ${file} cannot be read.`,
      reason: error instanceof Error ? error.message : String(error),
      hint: "Give the path of a training YAML, such as one downloaded from the page.",
    });
  }
}
