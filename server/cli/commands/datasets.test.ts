// Shows `anneal datasets` as a shell sees it: without a server, with exit code 1 where rows would be lost.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { z } from "zod";
import { CheckResult } from "../../../contract/dataset-scan.ts";
import { writeBrokenSets } from "../../datasets/testing/broken-set.ts";

const root = mkdtempSync(join(tmpdir(), "anneal-cli-datasets-"));
const folder = join(root, "sets");
writeBrokenSets(folder);
afterAll(() => rmSync(root, { recursive: true }));

const program = join(import.meta.dirname, "../main.ts");

function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const argv = [
    "--disable-warning=ExperimentalWarning",
    program,
    "datasets",
    ...words,
    "--home",
    join(root, "home"),
  ];
  return new Promise((done) => {
    execFile(process.execPath, argv, (error, out, err) => done({ code: Number(error?.code ?? 0), out, err }));
  });
}

it("names every fault with row and path, and ends with 1", async () => {
  const { code, out } = await run("check", "seed_tags", "--dir", folder);
  expect(code).toBe(1);
  expect(out).toContain("✗ system.tag-missing: 1 ×");
  expect(out).toContain("row 1, messages[0].role: The row begins with a system turn");
  expect(out).toContain("5 rows, 1 lost to training");
});

it("prints one document with --json", async () => {
  const { code, out } = await run("check", "pairs", "--dir", folder, "--stage", "sft", "--json");
  const { result } = z.object({ result: CheckResult }).parse(JSON.parse(out));
  expect(code).toBe(1);
  expect(result.counts.map((each) => each.code)).toContain("stage.ranking");
});

it("checks a file without an entry as what it looks like", async () => {
  const file = join(root, "alone.jsonl");
  writeFileSync(
    file,
    '{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}\n',
  );
  const { code, out } = await run("check", file);
  expect(out).toContain('"formatting":"sharegpt"');
  expect(out).toContain("✓ 1 row, all usable");
  expect(code).toBe(0);
});

it("says where it looked for what is not there, and lists what is", async () => {
  const { code, err } = await run("check", "nothing", "--dir", folder);
  expect([code, err]).toEqual([1, expect.stringContaining("There is no dataset and no file nothing.")]);
  expect((await run("--dir", folder)).out).toContain("seed_tags");
  expect((await run("verify", "x")).code).toBe(2);
});
