// Shows that `anneal check` says every refusal of the list at its key and line, as the page does, and fails at each.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { readConfig } from "../../../contract/config-document.ts";
import { Problem } from "../../../contract/problem.ts";
import { type RunningServer, startServer } from "../../start-server.ts";
import { checkCommand } from "./check.ts";

const repository = join(import.meta.dirname, "../../..");
const Refusal = z.object({ lines: z.array(z.string()), code: z.string(), path: z.string() });
const list = z
  .array(Refusal)
  .parse(
    JSON.parse(readFileSync(join(repository, "server/engines/llamafactory/testing/refusals.json"), "utf8")),
  );
const Answer = z.object({ ok: z.boolean(), problems: z.array(Problem) });

const good = `model_name_or_path: models/demo-text
template: qwen
stage: sft
do_train: true
finetuning_type: lora
dataset: people
dataset_dir: lists
learning_rate: 1.0e-4
use_cpu: true
`;

const home = mkdtempSync(join(tmpdir(), "anneal-check-"));
let server: RunningServer;

beforeAll(async () => {
  const put = (path: string, text: string) => {
    mkdirSync(join(home, path, ".."), { recursive: true });
    writeFileSync(join(home, path), text);
  };
  const columns = { prompt: "instruction", response: "output" };
  const rows = { file_name: "rows.json" };
  put("lists/rows.json", JSON.stringify(Array(20).fill({ instruction: "q", output: "a" })));
  put(
    "lists/dataset_info.json",
    JSON.stringify({
      people: rows,
      places: rows,
      pairs: { ...rows, ranking: true },
      marks: { ...rows, columns: { ...columns, kto_tag: "tag" } },
      pictures: { ...rows, columns: { ...columns, images: "images" } },
      lost: { file_name: "lost.json" },
    }),
  );
  put("models/tiny-adapter/adapter_config.json", "{}");
  put("zero2.json", '{"zero_optimization": {"stage": 2}}');
  put("zero3.json", '{"zero_optimization": {"stage": 3}}');
  put("broken.json", "{");
  server = await startServer({
    home,
    host: "127.0.0.1",
    port: 0,
    allowedHosts: [],
    enginePython: join(repository, "e2e/recorded-engine/python"),
    executor: { id: "local" },
    pages: { folder: home },
    startsRuns: false,
  });
}, 30_000);

afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

function configOf(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const key = line.split(":")[0] ?? "";
    const others = text.split("\n").filter((each) => each !== "" && !each.startsWith(`${key}:`));
    return `${[...others, ...(line.endsWith(":-") ? [] : [line])].join("\n")}\n`;
  }, good);
}

async function check(config: string) {
  const file = join(home, "some.yaml");
  writeFileSync(file, config);
  const printed: unknown[] = [];
  const out = {
    json: true,
    line: () => undefined,
    data: (value: unknown) => printed.push(value),
    live: () => false,
  };
  const ok = await checkCommand.run({ home, values: { quick: true }, words: [file], out });
  return { ok, answer: Answer.parse(printed[0]) };
}

it("passes the config that all of them begin with", async () => {
  expect((await check(good)).ok).toBe(true);
});

it.each(list.map((refusal) => ({ ...refusal, title: refusal.lines.join(", ") })))(
  "refuses $title",
  async ({ lines, code, path }) => {
    const config = configOf(lines);
    const { ok, answer } = await check(config);
    expect({ ok, said: answer.ok }).toEqual({ ok: false, said: false });
    expect(answer.problems).toContainEqual(
      expect.objectContaining({ code, path, severity: "error", line: readConfig(config).lineOf(path) }),
    );
  },
);
