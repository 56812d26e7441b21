// Shows how registered datasets are given to an engine that takes mappings: as they are, through a copy that follows the
// dataset, or not at all; and the way back from a path to its dataset.
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DatasetForEngine, DatasetStage } from "../../../contract/dataset-for-engine.ts";
import { axolotl } from "../../engines/axolotl/index.ts";
import { llamafactory } from "../../engines/llamafactory/index.ts";
import { createDatasetFiles } from "../dataset-service.ts";
import { createCopies } from "./copies.ts";
import { datasetOfMapping, forEngine } from "./for-engine.ts";
import { writeSampleSets } from "./testing/sample-sets.ts";

const home = mkdtempSync(join(tmpdir(), "anneal-for-engine-"));
const dir = join(home, "datasets");
const files = createDatasetFiles({ home });
beforeAll(() => writeSampleSets(dir, ["black-circle-1.png", "black-circle-2.png"]));
afterAll(async () => {
  await files.copies.close();
  await files.reading.close();
  rmSync(home, { recursive: true });
});

const engines = { get: (id: string) => (id === "axolotl" ? axolotl : llamafactory) };

async function ready(dataset: string, stage: DatasetStage = "sft", engine = "axolotl") {
  return vi.waitFor(
    async (): Promise<DatasetForEngine> => {
      const answer = await forEngine(files, engines, { engine, dataset, stage });
      expect(answer.status).not.toBe("translating");
      return answer;
    },
    { timeout: 30_000, interval: 50 },
  );
}

async function pathOf(dataset: string, stage: DatasetStage = "sft"): Promise<string> {
  const answer = await ready(dataset, stage);
  if (answer.status !== "ready" || typeof answer.mapping.path !== "string") throw new Error(answer.status);
  return answer.mapping.path;
}

const rowsAt = (path: string): unknown[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

function register(name: string, rows: readonly unknown[], definition: Record<string, unknown>): void {
  writeFileSync(join(dir, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const info = JSON.parse(readFileSync(join(dir, "dataset_info.json"), "utf8"));
  info[name] = { file_name: `${name}.jsonl`, ...definition };
  writeFileSync(join(dir, "dataset_info.json"), JSON.stringify(info));
}

describe("a dataset for an engine", () => {
  it.each([
    [
      "sharegpt",
      { field_messages: "conversations", message_property_mappings: { role: "from", content: "value" } },
    ],
    [
      "oddly",
      {
        field_messages: "dialog",
        message_property_mappings: { role: "who", content: "says" },
        roles: { user: ["Q"], assistant: ["A"], system: ["S"] },
      },
    ],
    ["openai", { field_messages: "messages" }],
  ])("%s is read as it is, with the names it has", async (name, more) => {
    const path = join(dir, name === "openai" ? "openai.json" : `${name}.jsonl`);
    const mapping = { path, ds_type: "json", split: "train", type: "chat_template", ...more };
    expect(await ready(name)).toEqual({ status: "ready", mapping, translated: false, notes: [] });
    expect(await datasetOfMapping(files, path)).toMatchObject({
      name,
      dir,
      translated: false,
      state: "current",
    });
  });

  it("takes text by its column, and pairs of messages by theirs", async () => {
    expect(await ready("text", "pt")).toMatchObject({
      translated: false,
      mapping: { type: "completion", field: "body" },
    });
    expect(await ready("pairs", "dpo")).toMatchObject({
      translated: false,
      mapping: { type: "chat_template.default", field_chosen: "good", field_rejected: "bad" },
    });
  });

  it.each([
    ["alpaca", "messages"],
    ["besides", "messages"],
    ["calls", "messages"],
    ["pictures", "messages"],
    ["parts", "messages"],
  ])("%s is copied, and the reason is told in both languages", async (name, field) => {
    const answer = await ready(name);
    expect(answer).toMatchObject({ status: "ready", translated: true, mapping: { field_messages: field } });
    if (answer.status !== "ready") return;
    expect(answer.notes.every(({ en, zh }) => en.length > 20 && /\p{Script=Han}/u.test(zh))).toBe(true);
    expect(String(answer.mapping.path)).toMatch(
      new RegExp(`^${home}/translated/[0-9a-f]{24}/${name}.jsonl$`),
    );
    const written = JSON.stringify(rowsAt(String(answer.mapping.path)), null, 1);
    expect(written.replaceAll(dir, "DIR")).toMatchSnapshot();
  });

  it("writes another copy when the dataset changes, and says of the old one that it is of before", async () => {
    const before = await pathOf("alpaca");
    expect(await pathOf("alpaca")).toBe(before);
    expect(await datasetOfMapping(files, before)).toMatchObject({
      name: "alpaca",
      translated: true,
      state: "current",
      rows: 2,
    });
    appendFileSync(join(dir, "alpaca.jsonl"), '{"instruction": "More", "input": "", "output": "Yes"}\n');
    const after = await pathOf("alpaca");
    expect(after).not.toBe(before);
    expect(existsSync(before)).toBe(true);
    expect(await datasetOfMapping(files, before)).toMatchObject({ state: "stale" });
    expect(await datasetOfMapping(files, after)).toMatchObject({ state: "current", rows: 3 });
    expect(rowsAt(after)).toHaveLength(3);
  });

  it("tells how far a large one is; what is broken off leaves nothing and is begun again", async () => {
    const row = { instruction: "Say it again", output: "word ".repeat(2000) };
    register(
      "large",
      Array.from({ length: 3000 }, () => row),
      {},
    );
    // Nobody waits for it here, however fast the machine is.
    const other = { ...createDatasetFiles({ home }), copies: createCopies(join(home, "translated"), 0) };
    const request = { engine: "axolotl", dataset: "large", stage: "sft" } as const;
    const first = await forEngine(other, engines, request);
    expect(first).toMatchObject({ status: "translating" });
    await other.copies.close();
    await other.reading.close();
    const left = readdirSync(join(home, "translated"), { recursive: true }).map(String);
    expect(left.filter((name) => name.includes("large"))).toEqual([]);
    expect(rowsAt(await pathOf("large"))).toHaveLength(3000);
  });

  it("leaves out rows that say nothing, and tells how many", async () => {
    const rows = [
      { instruction: "Hi", output: "Ho" },
      { instruction: "Hi", output: 7 },
      { instruction: "A", output: "B" },
    ];
    register("torn", rows, {});
    const answer = await ready("torn");
    expect(answer).toMatchObject({
      status: "ready",
      notes: [{}, { en: expect.stringContaining("1 of 3 rows") }],
    });
    register("useless", [{ instruction: 1, output: 2 }], {});
    expect(await ready("useless")).toMatchObject({
      status: "unfit",
      reason: { en: expect.stringContaining("No row") },
    });
  });

  it("takes the first rows where the entry asks for fewer", async () => {
    register("few", [{ instruction: "Hi", output: "Ho" }], { num_samples: 5 });
    expect(await ready("few")).toMatchObject({ mapping: { split: "train[:5]" } });
  });

  it.each([
    ["text", "sft", "plain text"],
    ["pairs", "sft", "pairs"],
    ["alpaca", "dpo", "no such pairs"],
    ["marked", "sft", "KTO"],
    ["alpaca", "kto", "no such mark"],
    ["sharegpt", "pt", "conversations"],
  ] as const)("%s is not for %s", async (name, stage, why) => {
    expect(await ready(name, stage)).toMatchObject({
      status: "unfit",
      reason: { en: expect.stringContaining(why) },
    });
  });

  it("an engine that takes names has no use for a mapping", async () => {
    expect(await ready("alpaca", "sft", "llamafactory")).toMatchObject({ status: "unfit" });
  });

  it("knows nothing of other files", async () => {
    expect(await datasetOfMapping(files, "/etc/hostname")).toBeNull();
    expect(await datasetOfMapping(files, join(home, "translated", "x", "y.jsonl"))).toBeNull();
  });
});
