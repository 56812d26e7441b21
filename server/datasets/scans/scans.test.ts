// Shows that datasets are searched, counted, fixed and translated as a whole, that nothing is written over, that a cancelled
// rewrite leaves nothing, and that hostile records end neither a scan nor the server.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { Scan, ScanRequest, ScanResult } from "../../../contract/dataset-scan.ts";
import { createDatasetFiles } from "../dataset-service.ts";
import { fixableCodes } from "../formats/fixes.ts";
import { PICTURE, writeBrokenSets } from "../testing/broken-set.ts";
import { scanParts } from "./scan-parts.ts";
import { createScans } from "./scans.ts";

const root = mkdtempSync(join(tmpdir(), "anneal-scans-"));
const folder = join(root, "data");
const files = createDatasetFiles({ home: root });
const scans = createScans(scanParts(files));
mkdirSync(folder);
writeFileSync(join(folder, "good.png"), PICTURE);

afterAll(async () => {
  await scans.close();
  await files.reading.close();
  rmSync(root, { recursive: true });
});

const info: Record<string, DatasetDefinition> = {};
function put(name: string, definition: DatasetDefinition, lines: readonly string[]): void {
  info[name] = { file_name: `${name}.jsonl`, ...definition };
  writeFileSync(join(folder, `${name}.jsonl`), `${lines.join("\n")}\n`);
  writeFileSync(join(folder, "dataset_info.json"), JSON.stringify(info));
}

async function ended(scan: Scan): Promise<Scan> {
  let now = scan;
  while (now.state.status === "running")
    now = await new Promise((done) => setImmediate(() => done(scans.get(scan.id))));
  return now;
}

async function run<Kind extends ScanRequest["kind"]>(
  name: string,
  request: Extract<ScanRequest, { kind: Kind }>,
  dir = folder,
): Promise<Extract<ScanResult, { kind: Kind }>> {
  const { state, result } = await ended(await scans.start(name, dir, request));
  expect(state).toEqual({ status: "done" });
  const isIt = (each: ScanResult | null): each is Extract<ScanResult, { kind: Kind }> =>
    each?.kind === request.kind;
  if (!isIt(result)) throw new Error("no result");
  return result;
}

const linesOf = (file: string): unknown[] =>
  readFileSync(join(folder, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const listed = (): Record<string, DatasetDefinition> =>
  JSON.parse(readFileSync(join(folder, "dataset_info.json"), "utf8"));

const talk = (question: string, answer: string) => ({
  conversations: [
    { from: "human", value: question },
    { from: "gpt", value: answer },
  ],
});
const chat: DatasetDefinition = { formatting: "sharegpt" };

it("finds texts whatever their case and however they are escaped", async () => {
  put("words", chat, [
    JSON.stringify(talk("Where is the CAFÉ?", 'He said "here"')),
    JSON.stringify(talk("x", "nothing")),
    '{"conversations": [{"from": "human", "value": "caf\\u00e9"}, {"from": "gpt", "value": "a\\nb"}]}',
    JSON.stringify(talk("a", "")),
  ]);
  const find = async (text: string, codes?: string[]) =>
    (await run("words", { kind: "search", text, codes })).rows;
  expect(await find("café")).toEqual([0, 2]);
  expect(await find('"HERE"')).toEqual([0]);
  expect(await find("a\nb")).toEqual([2]);
  expect(await find("(")).toEqual([]);
  expect(await find("", ["answer.empty"])).toEqual([3]);
});

it("counts what a dataset holds", async () => {
  put("counted", { ...chat, columns: { messages: "conversations", images: "images" } }, [
    JSON.stringify({
      ...talk("<image>What is the name of this?", "It is that of a dot"),
      images: ["good.png"],
    }),
    JSON.stringify({ ...talk("<image>这是什么？", "这是一个点。"), images: ["none.png"] }),
    JSON.stringify({ ...talk("<image>这是什么？", "这是一个点。"), images: ["none.png"] }),
    JSON.stringify({ ...talk("Was ist das und wie ist das?", ""), images: [] }),
  ]);
  const result = await run("counted", { kind: "statistics" });
  expect(result).toMatchObject({
    rows: 4,
    turns: { min: 2, max: 2, median: 2 },
    roles: { user: 4, assistant: 4 },
    duplicates: 1,
    emptyTurns: 1,
    media: [{ kind: "image", count: 3, missing: 2, bytes: PICTURE.length }],
  });
  expect(new Map(result.languages.map(({ language, rows }) => [language, rows]))).toEqual(
    new Map([
      ["zh", 2],
      ["en", 1],
      ["de", 1],
    ]),
  );
});

it("writes the certain fixes as a new dataset and leaves the old one alone", async () => {
  const broken = join(root, "broken");
  writeBrokenSets(broken);
  const before = readFileSync(join(broken, "chats.jsonl"), "utf8");
  const result = await run("chats", { kind: "rewrite", as: "fixed set", fixes: [...fixableCodes] }, broken);
  expect(result).toMatchObject({ dataset: "fixed set", file: "fixed set.jsonl" });
  expect(result.written + result.dropped).toBe(before.trimEnd().split("\n").length);
  expect(readFileSync(join(broken, "chats.jsonl"), "utf8")).toBe(before);
  const { counts } = await run("fixed set", { kind: "check" }, broken);
  const left = counts.flatMap(({ code, fix }) => (fix === null ? [] : code));
  expect(left).toEqual([]);

  await run("seed_tags", { kind: "rewrite", as: "seed_fixed", fixes: ["system.tag-missing"] }, broken);
  expect((await run("seed_fixed", { kind: "check" }, broken)).unusable).toBe(0);
  expect(readdirSync(broken).filter((name) => name.startsWith(".anneal"))).toEqual([]);
});

it("translates, and says what is lost", async () => {
  const rows = [
    { ...talk("<image>What?", "A dot"), images: ["good.png"], id: 1 },
    { ...talk("No picture", "None"), images: [], id: 2 },
    { conversations: [{ from: "human", value: "Odd" }], images: [], id: 3 },
  ];
  put(
    "pictures",
    { ...chat, columns: { messages: "conversations", images: "images" } },
    rows.map((row) => JSON.stringify(row)),
  );
  const result = await run("pictures", { kind: "rewrite", as: "parts", fixes: [], format: "axolotl" });
  expect(result).toMatchObject({ written: 2, changed: 2, dropped: 1 });
  expect(result.lost.map(({ what, rows: many }) => [what.slice(0, 11), many])).toEqual([
    ["column “id”", 2],
    ["row: The nu", 1],
  ]);
  expect(linesOf("parts.jsonl")[0]).toEqual({
    messages: [
      {
        role: "user",
        content: [
          { type: "image", path: "good.png" },
          { type: "text", text: "What?" },
        ],
      },
      { role: "assistant", content: [{ type: "text", text: "A dot" }] },
    ],
  });
  await run("parts", { kind: "rewrite", as: "back", fixes: [], format: "sharegpt" });
  expect(listed().back?.columns).toEqual({ messages: "messages", images: "images" });
  expect(linesOf("back.jsonl")[0]).toMatchObject({
    images: ["good.png"],
    messages: [{ content: "<image>What?" }, {}],
  });
});

it("keeps numbers to the digit, and never writes over anything", async () => {
  const line =
    '{"conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}], "id": 12345678901234567890, "w": 1.0}';
  put("exact", chat, [line, line]);
  await run("exact", { kind: "rewrite", as: "once", fixes: ["record.repeated"] });
  expect(readFileSync(join(folder, "once.jsonl"), "utf8")).toBe(`${line}\n`);
  const again = await ended(await scans.start("exact", folder, { kind: "rewrite", as: "once", fixes: [] }));
  expect(again.state).toMatchObject({ status: "failed" });
  expect(readFileSync(join(folder, "once.jsonl"), "utf8")).toBe(`${line}\n`);
});

it("leaves nothing of a rewrite that is cancelled, and keeps what was found of a search", async () => {
  put(
    "long",
    chat,
    Array.from({ length: 60_000 }, (_, row) =>
      JSON.stringify(talk(`Question ${row} ${"x".repeat(300)}`, "A")),
    ),
  );
  const scan = await scans.start("long", folder, { kind: "rewrite", as: "cut", fixes: [] });
  expect((await scans.cancel(scan.id)).state).toEqual({ status: "cancelled" });
  expect(existsSync(join(folder, "cut.jsonl"))).toBe(false);
  expect(listed()).not.toHaveProperty("cut");
  expect(readdirSync(folder).filter((name) => name.startsWith(".anneal"))).toEqual([]);

  const one = await scans.start("long", folder, { kind: "check" });
  expect((await scans.start("long", folder, { kind: "check" })).id).toBe(one.id);
  expect(await ended(one)).toMatchObject({
    state: { status: "done" },
    result: { rows: 60_000, unusable: 0 },
  });
});

it("survives records that are made to hurt", async () => {
  put("hostile", chat, [
    JSON.stringify(talk("Fine", "Yes")),
    `{"conversations": ${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`,
    `{"conversations": ${"[".repeat(1_000_000)}`,
    JSON.stringify(talk("Long", "y".repeat(70 * 1024 * 1024))),
    '{"__proto__": {"x": 1}, "conversations": [{"from": "human", "value": "a"}, {"from": "gpt", "value": "b"}]}',
    '{"conversations": {"length": 1e9}}',
  ]);
  const result = await run("hostile", { kind: "check" });
  const found = result.findings.map(({ row, code }) => `${row} ${code}`);
  expect(found).toEqual(
    expect.arrayContaining(["1 json.too-deep", "2 json.broken", "3 record.cut", "5 turn.not-a-list"]),
  );
  expect(result.rows).toBe(6);
  for (const kind of ["statistics", "search"] as const)
    await run("hostile", kind === "search" ? { kind, text: "zebra" } : { kind });
  await run("hostile", { kind: "rewrite", as: "tame", fixes: [...fixableCodes] });
});
