// Owns reading the config file that a command names. Refuses to look into it, and what cannot be a config whatever it says.
import { readFileSync, statSync } from "node:fs";
import { MAX_CONFIG_LENGTH } from "../../contract/run.ts";
import { StudioError } from "../studio-error.ts";

export function readConfigFile(file: string): string {
  const bytes = bytesOf(file);
  const text = textIn(bytes);
  if (text === null)
    throw unreadable(
      file,
      "It is not UTF-8 text, and engines read nothing else.",
      bytes.includes(0)
        ? "Give the path of a training YAML; a file saved as UTF-16 has to be saved as UTF-8."
        : "Save it as UTF-8, or correct the letters outside of ASCII.",
    );
  if (text.trim() === "")
    throw unreadable(file, "It is empty.", "Give the path of a training YAML with something in it.");
  return text;
}

function bytesOf(file: string): Buffer {
  const hint = "Give the path of a training YAML, such as one downloaded from the page.";
  try {
    const facts = statSync(file);
    if (facts.isDirectory()) throw unreadable(file, "It is a folder.", hint);
    if (facts.size > MAX_CONFIG_LENGTH)
      throw unreadable(
        file,
        `It has ${facts.size.toLocaleString("en")} bytes, and a config at most ${MAX_CONFIG_LENGTH.toLocaleString("en")}: this is something else.`,
        hint,
      );
    return readFileSync(file);
  } catch (error) {
    if (error instanceof StudioError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const said = error instanceof Error ? error.message : String(error);
    throw unreadable(file, isMissing ? "There is no such file." : said, hint);
  }
}

function textIn(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unreadable(file: string, reason: string, hint: string): StudioError {
  return new StudioError({
    code: "file.not-found",
    message: `The file ${file} cannot be read.`,
    reason,
    hint,
  });
}
