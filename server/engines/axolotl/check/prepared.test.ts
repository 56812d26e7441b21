// Shows that data prepared before its files were changed is not trained on unnoticed.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { preparedRules } from "./prepared-rules.ts";
import { subjectOf } from "./subject.ts";

const home = mkdtempSync(join(tmpdir(), "anneal-prepared-"));
afterAll(() => rmSync(home, { recursive: true }));

it("warns where a file is newer than what was prepared of it", () => {
  const file = join(home, "a.json");
  const prepared = join(home, "prepared");
  const config = `datasets:\n  - {path: ${file}, type: alpaca}\ndataset_prepared_path: ${prepared}\n`;
  const context = { home, datasets: async () => null, catalog: null, deviceCount: 1, hasGpu: true };
  const spec = { kind: "train", engine: "axolotl", name: "t", config, device: { type: "auto" } } as const;
  const codes = () => preparedRules.flatMap((rule) => rule(subjectOf(spec, context))).map(({ code }) => code);

  writeFileSync(file, "[]");
  expect(codes()).toEqual([]);
  mkdirSync(join(prepared, "0a1b"), { recursive: true });
  utimesSync(file, 1, 1);
  expect(codes()).toEqual([]);
  const later = Date.now() / 1000 + 60;
  utimesSync(file, later, later);
  expect(codes()).toEqual(["axolotl.prepared-before"]);
});
