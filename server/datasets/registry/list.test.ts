// Shows a dataset_info.json as the engine reads it, and every way an entry can be unusable.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIndexes } from "../records/indexes.ts";
import { createTableThread } from "../records/table-reader.ts";
import { createRegistry } from "./registry.ts";

let dir = "";
const tables = createTableThread();
const registry = createRegistry("/nowhere", { tables, indexes: createIndexes("/nowhere/cache") });
const readDatasets = registry.list;
afterAll(() => tables.close());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "anneal-data-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
const info = (entries: object) => write("dataset_info.json", JSON.stringify(entries));
const one = async (entry: object) => {
  info({ one: entry });
  return (await readDatasets(dir)).datasets[0];
};

describe("datasets", () => {
  it("counts JSON lists and JSON lines, braces and quotes inside texts included", async () => {
    write("list.json", JSON.stringify([{ a: '}] "{' }, { a: { b: [{}] } }, { a: "\\" }]));
    write("lines.jsonl", '{"a": 1}\n\n{"a": "{\\n"}\n');
    info({ list: { file_name: "list.json" }, lines: { file_name: "lines.jsonl" } });
    expect((await readDatasets(dir)).datasets).toMatchObject([
      { name: "list", rows: 3, problem: null, formatting: "alpaca" },
      { name: "lines", rows: 2, problem: null },
    ]);
  });

  it("takes the source the engine takes first", async () => {
    expect(await one({ hf_hub_url: "a/b", file_name: "x.json" })).toMatchObject({
      source: "hub",
      problem: null,
    });
    expect(await one({ script_url: "s", file_name: "x.json" })).toMatchObject({ source: "script" });
    expect(await one({ cloud_file_name: "s3://b/f.jsonl" })).toMatchObject({ source: "cloud" });
  });

  it("shows media, ranking and a fixed number of samples", async () => {
    write("x.json", "[{}]");
    expect(
      await one({
        file_name: "x.json",
        formatting: "sharegpt",
        ranking: true,
        num_samples: 7,
        columns: { messages: "m", images: "pics", videos: "v" },
      }),
    ).toMatchObject({ formatting: "sharegpt", ranking: true, rows: 7, media: ["images", "videos"] });
  });

  it("sums a folder of one type", async () => {
    mkdirSync(join(dir, "parts"));
    write("parts/1.json", "[{}, {}]");
    write("parts/2.jsonl", "{}\n");
    expect(await one({ file_name: "parts" })).toMatchObject({ rows: 3, problem: null });
  });

  it.each([
    [{ file_name: "gone.json" }, /gone\.json is not there/],
    [{ file_name: "x.xml" }, /not of a type/],
    [{ file_name: "cut.json" }, /middle of a record/],
    [{ file_name: "empty.json" }, /no records/],
    [{ file_name: "hollow" }, /is empty/],
    [{ file_name: "mixed" }, /mixes file types/],
    [{ file_name: "pipe.jsonl" }, /neither a file nor a folder/],
    [{}, /names no source/],
    [{ file_name: 3 }, /not valid: file_name/],
    [{ file_name: "ok.json", formatting: "chatml" }, /formatting is chatml/],
  ])("%j: %s", async (entry, problem) => {
    write("x.xml", "<a/>");
    write("cut.json", '[{"a": 1}, {"b": "t');
    write("empty.json", "[]");
    write("ok.json", "[{}]");
    execFileSync("mkfifo", [join(dir, "pipe.jsonl")]);
    for (const name of ["hollow", "mixed"]) mkdirSync(join(dir, name));
    write("mixed/a.json", "[]");
    write("mixed/b.csv", "a");
    expect((await one(entry))?.problem).toMatch(problem);
  });

  it.each([
    ['{\n  "a": {,}\n}', /line 2, column 9/],
    ['{\n  "a": {}\n', /line 3, column 1/],
    ['{\n  "a":', /line 2, column 7/],
    ["[]", /must hold one object/],
  ])("says where %j is broken", async (text, problem) => {
    write("dataset_info.json", text);
    expect(await readDatasets(dir)).toMatchObject({
      dir,
      datasets: [],
      problem: expect.stringMatching(problem),
    });
  });

  it("says when there is no list", async () => {
    expect((await readDatasets(dir)).problem).toMatch(/There is no dataset_info\.json/);
  });
});
