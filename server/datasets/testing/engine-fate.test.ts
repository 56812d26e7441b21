// Shows that what we call an error is what LLaMA-Factory drops or dies at, and that it keeps all else. Needs its Python.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Conversation, ConversationTurn, DatasetDefinition } from "../../../contract/dataset.ts";
import { checkDefinition } from "../formats/check-definition.ts";
import { faultOf } from "../formats/finding-codes.ts";
import type { Stage } from "../formats/format.ts";
import { formats } from "../formats/index.ts";
import type { BrokenSet } from "./broken-row.ts";
import { brokenSets, PICTURE, writeBrokenSets } from "./broken-set.ts";

const python = process.env.ANNEAL_TEST_ENGINE_PYTHON;
const models = join(import.meta.dirname, "../../../configs/demo/models");
const root = mkdtempSync(join(tmpdir(), "anneal-fate-"));
afterAll(() => rmSync(root, { recursive: true }));

type Fate = { kept: number } | { died: string };
type Case = {
  name: string;
  rows: number;
  isError: boolean;
  stage: Stage;
  definition: DatasetDefinition;
  dir: string;
};

/** What LLaMA-Factory cannot read at all is not for it to judge. */
const read = brokenSets.filter(({ definition }) => definition.formatting !== "axolotl");

function caseOf(
  name: string,
  set: BrokenSet,
  lines: (string | Buffer)[],
  isError: boolean,
  stage = set.stage,
): Case {
  const dir = join(root, name.replace(/\W+/g, "-"));
  mkdirSync(dir);
  writeBrokenFiles(dir);
  const bytes = lines.flatMap((line, index) => [Buffer.from(index === 0 ? "" : "\n"), Buffer.from(line)]);
  writeFileSync(join(dir, "data.jsonl"), Buffer.concat(bytes));
  const definition = { file_name: "data.jsonl", ...set.definition };
  writeFileSync(join(dir, "dataset_info.json"), JSON.stringify({ data: definition }));
  return { name, rows: lines.length, isError, stage, definition: set.definition, dir };
}

function writeBrokenFiles(dir: string): void {
  writeFileSync(join(dir, "good.png"), PICTURE);
  for (const name of ["empty.png", "pointer.png", "page.png"]) writeFileSync(join(dir, name), "");
}

const rowCases = read.flatMap((set) =>
  set.rows.map((row, index) =>
    caseOf(
      `${set.name} ${index} ${row.code}`,
      set,
      [set.good, row.line],
      (row.severity ?? faultOf(row.code).severity) === "error",
    ),
  ),
);
const stages: readonly Stage[] = ["pt", "sft", "rm", "kto"];
const stageCases = read
  .filter(({ name }) => ["columns", "pairs", "verdicts", "plain_text", "chats"].includes(name))
  .flatMap((set) =>
    stages.map((stage) => {
      const isError = checkDefinition(set.definition, stage).some(({ severity }) => severity === "error");
      return caseOf(`${set.name} for ${stage}`, set, [set.good], isError, stage);
    }),
  );

/** What a translation writes must be read: a system prompt, a call with its reply, pictures, and a plain exchange. */
const traits = { ranking: false, marked: false, tools: true, media: ["image" as const] };
const text = (words: string) => [{ type: "text" as const, text: words }];
const picture = { type: "image" as const, source: "good.png" };
const plain = { system: null, tools: null, chosen: null, rejected: null, label: null };
const exchange: ConversationTurn[] = [
  { role: "user", parts: text("Hi") },
  { role: "assistant", parts: text("Hello") },
];
const calls: ConversationTurn[] = [
  { role: "user", parts: text("Sum") },
  { role: "function", parts: text('{"name":"add","arguments":{"a":1}}') },
  { role: "observation", parts: text("3") },
  { role: "assistant", parts: text("Three") },
];
const spoken: Conversation[] = [
  { ...plain, turns: exchange },
  {
    ...plain,
    system: "Be kind",
    turns: [...exchange, { role: "user", parts: [picture] }, ...exchange.slice(1)],
  },
  { ...plain, tools: '[{"name":"add","description":"","parameters":{}}]', turns: calls },
];
const translationCases = formats
  .filter(({ id }) => ["alpaca", "sharegpt", "openai"].includes(id))
  .map((format) => {
    const definition = format.define(traits);
    const rows = spoken.flatMap((each) => format.fromMessages(each, definition).value ?? []);
    const set: BrokenSet = { name: format.id, stage: "sft", definition, good: "", rows: [] };
    return caseOf(
      `a translation to ${format.id}`,
      set,
      rows.map((row) => JSON.stringify(row)),
      false,
    );
  });
const cases = [...rowCases, ...stageCases, ...translationCases];

function askEngine(): Fate[] {
  const [list, answers] = [join(root, "cases.json"), join(root, "answers.json")];
  const asked = cases.map(({ stage, definition, dir }) => {
    const seesPictures = definition.columns?.images !== undefined;
    const model = join(models, seesPictures ? "demo-vision" : "demo-text");
    return { dir, dataset: "data", stage, model, template: seesPictures ? "qwen2_vl" : "qwen" };
  });
  writeFileSync(list, JSON.stringify(asked));
  const env = { ...process.env, HF_HUB_OFFLINE: "1", HF_HOME: join(root, "hf"), CUDA_VISIBLE_DEVICES: "" };
  const program = join(import.meta.dirname, "engine_fate.py");
  execFileSync(python ?? "", [program, list, answers], { env, stdio: "ignore", cwd: root });
  return JSON.parse(readFileSync(answers, "utf8"));
}

describe.skipIf(python === undefined)("the engine", () => {
  let fates: Fate[] = [];
  beforeAll(() => {
    writeBrokenSets(join(root, "all"));
    fates = askEngine();
  }, 600_000);

  it.each(cases.map((each, index) => ({ ...each, index })))(
    "agrees about $name",
    ({ index, rows, isError }) => {
      const fate = fates[index];
      if (isError) expect(fate).not.toEqual({ kept: rows });
      else expect(fate).toEqual({ kept: rows });
    },
  );
});
