// Shows that every finding of the server has Chinese words, what to do included, and that they can be formatted.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { findings } from "./zh/findings.ts";

const engines = join(import.meta.dirname, "../../../server/engines");
/** Told by the engine or the command line in their own words; codes of rows, which datasets have words for. */
const UNTRANSLATED = ["media.url", "media.url-refused"];

/** A code stands in quotes, with its message after it. */
function codesIn(folder: string): string[] {
  const files = readdirSync(join(engines, folder)).filter((name) => /^(?!.*\.test\.ts$).*\.ts$/.test(name));
  return files.flatMap((name) => codesOf(join(engines, folder, name)));
}
function codesOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/"([a-z0-9]+\.[a-z][a-z0-9-]*)"/g)].map((found) => found[1] ?? "");
}
const syntax = join(import.meta.dirname, "../../../contract/config-syntax.ts");
const folders = ["llamafactory/check", "llamafactory/import", "axolotl/check"];
const codes = [...new Set([...folders.flatMap(codesIn), ...codesOf(syntax), "engine.refused"])].filter(
  (code) => !/\.(?:ts|json|safetensors)$/.test(code) && !UNTRANSLATED.includes(code),
);

describe("Chinese words of findings", () => {
  it("are there for every code", () => {
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => findings[code.replace(".", "-")] === undefined)).toEqual([]);
  });

  it("can be formatted", () => {
    const wrong: string[] = [];
    const t = createTranslator({
      locale: "zh",
      messages: findings,
      onError: (error) => error.code !== "FORMATTING_ERROR" && wrong.push(error.message),
    });
    for (const key of Object.keys(findings))
      t(key, { bounds: "least_most", min: 0, max: 1, kind: "integer" });
    expect(wrong).toEqual([]);
  });
});
