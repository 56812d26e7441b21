// Shows every kind of data file read by row, from the beginning and by index; and what cannot be read refused with the reason.
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordBatchStreamWriter, tableFromJSON } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReading, openFiles } from "../open-dataset.ts";
import { readRange } from "./open-records.ts";

const dir = mkdtempSync(join(tmpdir(), "anneal-records-"));
const cache = join(dir, "cache");
const reading = createReading(cache);
afterAll(async () => {
  await reading.close();
  rmSync(dir, { recursive: true });
});

const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(dir, name), bytes);
const open = async (name: string) => (await openFiles(dir, name, reading)).reader;
const row = (at: number) => ({ instruction: `question ${at} 你好 "{[`, output: `answer\n${at}`, at });
const rows = Array.from({ length: 20_000 }, (_, at) => row(at));
const lines = `${rows.map((each) => JSON.stringify(each)).join("\n")}\n`;

beforeAll(() => {
  write("large.jsonl", lines.repeat(2));
  write("large.json", JSON.stringify(rows.concat(rows), null, 1));
  const cells = rows.map(({ instruction, output }) => `"${instruction.replaceAll('"', '""')}","${output}"`);
  write("large.csv", ["instruction,output", ...cells, ...cells].join("\r\n"));
  write("large.txt", "one line\n\n".repeat(150_000));
  const table = tableFromJSON(rows.slice(0, 50).map(({ instruction, at }) => ({ instruction, at })));
  write("stream.arrow", RecordBatchStreamWriter.writeAll(table).toUint8Array(true));
  // These two as pyarrow writes them.
  for (const name of ["rows.parquet", "file.arrow"])
    copyFileSync(join(import.meta.dirname, "testing", name), join(dir, name));
});

describe("rows of a data file", () => {
  it.each([
    ["large.jsonl", 40_000],
    ["large.json", 40_000],
    ["large.csv", 40_000],
    ["large.txt", 300_000],
    ["stream.arrow", 50],
    ["file.arrow", 50],
    ["rows.parquet", 25],
  ])("%s: the first, any, the last, and all of them in pieces", async (name, count) => {
    const reader = await open(name);
    const [first] = await reader.read(0, 1);
    expect(await reader.indexed()).toEqual({ rows: count, problem: null });
    expect(reader.index()).toEqual({ status: "ready", rows: count });
    const middle = Math.floor(count / 2) + 7;
    const some = await reader.read(middle, 3);
    expect(some.map((record) => record.row)).toEqual([middle, middle + 1, middle + 2]);
    expect((await reader.read(count - 1, 10)).map((record) => record.row)).toEqual([count - 1]);
    expect(await reader.read(count, 10)).toEqual([]);

    let next = 0;
    for (const range of await reader.split(3)) {
      expect(range.firstRow).toBe(next);
      for await (const records of readRange(structuredClone(range)))
        for (const record of records) {
          if (record.row !== next) expect(record.row).toBe(next);
          if (next === 0) expect(record).toEqual(first);
          if (next === middle) expect(record).toEqual(some[0]);
          next += 1;
        }
    }
    expect(next).toBe(count);
  });

  it("gives records as JSON, whatever the file is", async () => {
    const text = async (name: string, at: number) =>
      JSON.parse((await (await open(name)).read(at, 1))[0]?.text ?? "");
    expect(await text("large.jsonl", 39_999)).toEqual(row(19_999));
    expect(await text("large.json", 20_003)).toEqual(row(3));
    const { instruction, output } = row(3);
    expect(await text("large.csv", 3)).toEqual({ instruction, output });
    expect(await text("stream.arrow", 3)).toEqual({ instruction, at: 3 });
    expect(await text("rows.parquet", 12)).toEqual({
      instruction: "question 12 你好",
      output: "answer 12",
      score: 12,
      messages: [
        { role: "user", content: "x" },
        { role: "assistant", content: "12" },
      ],
      image: { bytes: "data:image/png;base64,iVBORww=", path: null },
    });
  });

  it("keeps an index beside its own data, and goes on from it when lines were appended", async () => {
    write("growing.jsonl", lines.repeat(2));
    expect((await (await open("growing.jsonl")).indexed()).rows).toBe(40_000);
    const before = readdirSync(cache).length;
    appendFileSync(join(dir, "growing.jsonl"), '{"at":-1}\n{"torn": ');
    const grown = await open("growing.jsonl");
    expect(await grown.indexed()).toEqual({ rows: 40_002, problem: expect.stringContaining("cut off") });
    expect(readdirSync(cache).length).toBe(before);
    const last = await grown.read(40_000, 5);
    expect(last.map(({ text, problem }) => [text, problem])).toEqual([
      ['{"at":-1}', null],
      ['{"torn": ', expect.stringContaining("cut off")],
    ]);
    const again = createReading(cache);
    const { reader } = await openFiles(dir, "growing.jsonl", again);
    expect(reader.index()).toEqual({ status: "ready", rows: 40_002 });
    await again.close();
  });

  it("counts anew when the beginning has changed", async () => {
    write("changed.jsonl", lines.repeat(2));
    await (await open("changed.jsonl")).indexed();
    write("changed.jsonl", `{"new": 1}\n${lines.repeat(3)}`);
    const reader = await open("changed.jsonl");
    expect((await reader.indexed()).rows).toBe(60_001);
    expect((await reader.read(1, 1))[0]?.text).toBe(JSON.stringify(row(0)));
  });

  it("reads a folder as one, file after file", async () => {
    mkdirSync(join(dir, "parts 'a' 中"), { recursive: true });
    write("parts 'a' 中/1.jsonl", '{"n":0}\n{"n":1}');
    write("parts 'a' 中/2.json", '[{"n":2},{"n":3}]');
    const reader = await open("parts 'a' 中");
    const records = await reader.read(1, 10);
    expect(records.map(({ row: at, text }) => [at, JSON.parse(text).n])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect((await reader.split(2)).map(({ firstRow }) => firstRow)).toEqual([0, 2]);
  });
});

describe("bad files", () => {
  it("cuts a line of 100 MB, knows its size, and reads what follows", async () => {
    write("line.jsonl", `{"a":"${"x".repeat(100_000_000)}"}\n{"b":1}\n`);
    const before = process.memoryUsage().rss;
    const reader = await open("line.jsonl");
    const records = await reader.read(0, 2);
    expect(records.map(({ bytes, cut }) => [bytes, cut])).toEqual([
      [100_000_008, true],
      [7, false],
    ]);
    expect(records[0]?.text.length).toBe(4 * 1024 * 1024);
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000);
  });

  it("takes a million levels as one record", async () => {
    write("deep.json", `[${"[".repeat(1e6)}${"]".repeat(1e6)}, {"a": 1}]`);
    expect((await (await open("deep.json")).indexed()).rows).toBe(2);
  });

  it("names the row that is not UTF-8", async () => {
    write("latin.jsonl", Buffer.from('{"a":"gut"}\n{"a":"\xfcbel"}\n', "latin1"));
    const records = await (await open("latin.jsonl")).read(0, 5);
    expect(records.map(({ problem }) => problem)).toEqual([null, expect.stringContaining("not UTF-8")]);
  });

  it("passes over a byte order mark, as the engine does", async () => {
    write("bom.jsonl", '\uFEFF{"a":1}\n');
    expect((await (await open("bom.jsonl")).read(0, 1))[0]?.text).toBe('{"a":1}');
  });

  const parquet = () => readFileSync(join(dir, "rows.parquet"));
  it.each([
    ["utf16.json", () => Buffer.from('\uFEFF[{"a": 1}]', "utf16le"), /UTF-16/],
    ["nul.jsonl", () => Buffer.alloc(1000), /not UTF-8/],
    ["archive.json", () => Buffer.from("PK\u0003\u0004rest"), /zip archive/],
    ["table.csv", parquet, /is a parquet file/],
    ["short.parquet", () => parquet().subarray(0, 900), /cannot be read as a parquet file/],
    [
      "garbage.parquet",
      () => Buffer.from(parquet().map((byte, at) => (at > 800 && at < 1500 ? 255 : byte))),
      /cannot be read/,
    ],
    ["text.parquet", () => Buffer.from("a,b\n1,2\n"), /cannot be read as a parquet file/],
    ["empty.parquet", () => Buffer.alloc(0), /cannot be read as a parquet file/],
    [
      "short.arrow",
      () => readFileSync(join(dir, "stream.arrow")).subarray(0, 700),
      /cannot be read as an Arrow file/,
    ],
    [
      "text.arrow",
      () => Buffer.from("this is no table at all, only text"),
      /cannot be read as an Arrow file/,
    ],
    ["page.html", () => Buffer.from("<p>"), /not of a type/],
  ])("%s", async (name, bytes, message) => {
    write(name, bytes());
    const result = open(name).then((reader) => reader.read(0, 100));
    await expect(result).rejects.toMatchObject({
      body: { code: "dataset.unreadable", message: expect.stringMatching(message) },
    });
  });

  it("says that nothing is in an empty file", async () => {
    for (const name of ["empty.jsonl", "empty.json", "empty.csv", "empty.txt"]) {
      write(name, "");
      const reader = await open(name);
      expect(await reader.read(0, 10), name).toEqual([]);
      expect((await reader.indexed()).rows, name).toBe(0);
      expect(await reader.split(4), name).toEqual([]);
    }
  });
});
