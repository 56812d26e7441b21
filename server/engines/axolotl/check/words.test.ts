// Shows that whatever a check of Axolotl configs finds is said in Chinese as well: every code has its words and its hint.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findings } from "../../../../client/i18n/messages/zh/findings.ts";

const codes = new Set(
  readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => [
      ...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(/"(axolotl\.[\w-]+)"/g),
    ])
    .map(([, code = ""]) => code),
);

it("has words and a hint for every code", () => {
  const missing = [...codes]
    .map((code) => code.replace(".", "-"))
    .filter((key) => !(key in findings) || !(`${key}-hint` in findings));
  expect(codes.size).toBeGreaterThan(60);
  expect(missing).toEqual([]);
});
