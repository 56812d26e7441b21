// Shows that every preset and both kinds of plain config of either engine become something the other takes: its own check
// finds no error in it, and, where both engines are installed, its own parser accepts it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DatasetDefinition } from "../../contract/dataset.ts";
import type { RunSpec } from "../../contract/run.ts";
import { type RunningServer, startServer } from "../start-server.ts";

const llamafactory = process.env.ANNEAL_TEST_ENGINE_PYTHON ?? "";
const axolotl = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";
const isInstalled = llamafactory !== "" && axolotl !== "";
const other = { llamafactory: "axolotl", axolotl: "llamafactory" } as const;

const rows = (row: object) => JSON.stringify([row, row, row, row]);
const SETS: Record<string, { definition: DatasetDefinition; text: string }> = {
  pairs: {
    definition: { ranking: true, columns: { prompt: "q", chosen: "good", rejected: "bad" } },
    text: rows({ q: "Who?", good: "Me.", bad: "Nobody." }),
  },
  marked: {
    definition: {
      formatting: "sharegpt",
      columns: { messages: "messages", kto_tag: "label" },
      tags: { role_tag: "role", content_tag: "content", user_tag: "user", assistant_tag: "assistant" },
    },
    text: rows({
      messages: [
        { role: "user", content: "Who?" },
        { role: "assistant", content: "Me." },
      ],
      label: true,
    }),
  },
  plain: { definition: { columns: { prompt: "text" } }, text: rows({ text: "Some words in a row." }) },
};

/** What a person would fill in, and nothing that asks for a GPU that is not there. */
function filled(engine: string, id: string, config: string): string {
  const sees = /vision|minicpm|mllama|llama4|pixtral|llava|mistral-small|gemma3|qwen2/.test(id);
  const model = `models/demo-${sees ? "vision" : "text"}`;
  if (engine === "axolotl")
    return config
      .replace(/^base_model:.*$/m, `base_model: ${model}`)
      .replace(
        /^datasets:[ \t]*\n(?!\s+-)/m,
        `datasets: [{path: datasets/${dataOf(id, sees)}.json, ds_type: json, type: chat_template}]\n`,
      );
  return config
    .replace(/^model_name_or_path:.*$/m, `model_name_or_path: ${model}`)
    .replace(/^template:.*$/m, `template: ${sees ? "qwen2_vl" : "qwen"}`)
    .replace(/^(eval_)?dataset:.*$/gm, `$1dataset: ${dataOf(id, sees)}`);
}

function dataOf(id: string, sees: boolean): string {
  if (/dpo|reward/.test(id)) return "pairs";
  if (/kto/.test(id)) return "marked";
  if (/pretrain/.test(id)) return "plain";
  return sees ? "demo_shapes" : "demo_pirate";
}

let server: RunningServer;
let home = "";
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "anneal-twins-"));
  server = await startServer({
    home,
    host: "127.0.0.1",
    port: 0,
    allowedHosts: [],
    enginePython: isInstalled ? { llamafactory, axolotl } : undefined,
    executor: { id: "local" },
    pages: { folder: home },
    startsRuns: false,
  });
  for (const [name, { definition, text }] of Object.entries(SETS))
    await server.services.datasets.save(name, undefined, { definition, text, replace: false });
}, 60_000);
afterAll(async () => {
  await server?.close();
  await rm(home, { recursive: true, force: true });
});

const specOf = (engine: string, config: string): RunSpec => ({
  kind: "train",
  engine,
  name: "twin",
  config,
  device: { type: "cpu" },
});

async function twinOf(spec: RunSpec, to: string) {
  const { translator } = server.services;
  await expect
    .poll(async () => (await translator.translate({ spec, to })).waiting.length, { timeout: 20_000 })
    .toBe(0);
  return translator.translate({ spec, to });
}

/** What this machine lacks, or the source lacks as well: no matter of the translation. */
const ELSEWHERE =
  /^axolotl\.cpu-|^package\.missing|\.cpu$|^device\.|^quantization\.|^deepspeed|^fsdp|^precision\.|\.from-hub$|^model\.not-found/;
/** For these the demo has no dataset that both engines would read. */
const NO_DATA = ["minicpm-v-45-video", "minicpm-o-26-audio"];

const plain = {
  llamafactory:
    "model_name_or_path: models/demo-text\nstage: sft\ndo_train: true\nfinetuning_type: lora\nlora_target: all\nlora_rank: 8\ndataset: demo_pirate\ntemplate: qwen\ncutoff_len: 256\nlearning_rate: 5.0e-3\nnum_train_epochs: 2\nlr_scheduler_type: cosine\nuse_cpu: true\n",
  axolotl:
    "base_model: models/demo-text\nchat_template: chatml\ndatasets:\n  - {path: datasets/demo_pirate.json, ds_type: json, type: alpaca}\nadapter: lora\nlora_r: 8\nlora_alpha: 16\nlora_target_linear: true\nsequence_len: 256\nmicro_batch_size: 8\nnum_epochs: 1\nlearning_rate: 0.005\noptimizer: adamw_torch\nbf16: false\nfp16: false\ntf32: false\nflash_attention: false\nmax_steps: 40\nval_set_size: 0\n",
};

describe("what every preset becomes", () => {
  it("has no error by the other engine's own check, and is accepted by its own parser where it is installed", async () => {
    const { library, runs, engines } = server.services;
    const all = [
      ...(await library.presets()).map(({ id, engine, config }) => ({ id, engine, config })),
      ...Object.entries(plain).map(([engine, config]) => ({ id: `plain ${engine}`, engine, config })),
    ];
    expect(all.length).toBeGreaterThan(25);
    const wrong: string[] = [];
    for (const { id, engine, config } of all) {
      const to = engine === "axolotl" ? other.axolotl : other.llamafactory;
      if (NO_DATA.includes(id)) continue;
      const translation = await twinOf(specOf(engine, filled(engine, id, config)), to);
      const twin = specOf(to, translation.config);
      const { problems } = await runs.preview(twin);
      const errors = problems.filter(({ severity, code }) => severity === "error" && !ELSEWHERE.test(code));
      wrong.push(...errors.map(({ code, message }) => `${id}: ${code} ${message}`));
      if (!isInstalled) continue;
      const verdict = await engines.verdict(to, twin);
      if (verdict.status !== "accepted") wrong.push(`${id}: ${to} ${JSON.stringify(verdict)}`);
    }
    expect(wrong).toEqual([]);
  }, 400_000);

  it("says of a mapping with a prompt of its own that other words are learned there", async () => {
    const { rows: told } = await twinOf(specOf("axolotl", plain.axolotl), "llamafactory");
    const row = told.find(({ from }) => from.some(({ key }) => key === "datasets"));
    expect(row).toMatchObject({ outcome: "changed", to: [{ key: "dataset", value: "demo_pirate" }] });
  });
});
