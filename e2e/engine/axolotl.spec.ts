// Axolotl on the CPU, through the studio: typed points live, save now, pause, resume, stop and keep, merge; preferences,
// pictures; and the plain command line on the run's own file gives the same losses.
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { readConfig } from "../../contract/config-document.ts";
import type { RunDetail, RunStatus } from "../../contract/run.ts";
import type { RunEvent } from "../../contract/run-event.ts";
import { Studio } from "../studio.ts";

const execute = promisify(execFile);
const python = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";

let studio: Studio;
test.beforeAll(async () => {
  expect(python, "ANNEAL_TEST_AXOLOTL_PYTHON names a Python with Axolotl; npm test sets it").not.toBe("");
  studio = await Studio.create({ executor: "local", enginePython: `axolotl=${python}` });
});
test.afterAll(() => studio?.remove());

const tiny = `
sequence_len: 256
adapter: lora
lora_r: 8
lora_alpha: 16
micro_batch_size: 2
learning_rate: 4.0e-4
optimizer: adamw_torch
logging_steps: 1
bf16: false
lora_mlp_kernel: false
lora_qkv_kernel: false
lora_o_kernel: false
lora_embedding_kernel: false
`;

async function start(name: string, config: string): Promise<string> {
  const spec = { kind: "train", engine: "axolotl", name, config, device: { type: "cpu" } } as const;
  return (await studio.api.startRun(spec)).id;
}

/** Ends as expected, or shows why not. */
async function reaches(id: string, status: RunStatus): Promise<RunDetail> {
  await expect
    .poll(
      async () => {
        const { state } = (await studio.api.run(id)).summary;
        if (state.status === "failed") throw new Error(JSON.stringify(state.reason, null, 2));
        return state.status;
      },
      { timeout: 240_000 },
    )
    .toBe(status);
  return studio.api.run(id);
}

async function metrics(id: string, attempt = 1): Promise<Extract<RunEvent, { type: "metrics" }>[]> {
  const events = (await studio.api.events(id)).filter((stamped) => stamped.attempt === attempt);
  return events.flatMap(({ event }) => (event.type === "metrics" && event.kind === "train" ? [event] : []));
}
const reachesStep = (id: string, step: number) =>
  expect.poll(async () => (await metrics(id)).at(-1)?.step ?? 0, { timeout: 240_000 }).toBeGreaterThan(step);

test("the demo trains live, saves, pauses and resumes, equals the plain command line, and merges", async () => {
  const demo = readConfig(await studio.api.presetConfig("axolotl-demo-text"));
  const id = await start("demo", demo.with({ max_steps: 150, logging_steps: 1 }).text);

  await test.step("numbers arrive while it runs, and a checkpoint is written when asked for", async () => {
    await reachesStep(id, 5);
    await studio.api.act(id, { action: "save" });
    await expect
      .poll(async () => (await studio.api.run(id)).checkpoints.some(({ complete }) => complete), {
        timeout: 60_000,
      })
      .toBe(true);
    const [first] = await metrics(id);
    const names = ["loss", "grad_norm", "learning_rate", "ppl", "tokens/trainable", "steps_per_second"];
    for (const name of names) expect(typeof first?.values[name], name).toBe("number");
  });

  await test.step("pause writes a checkpoint, resume goes on from it", async () => {
    await studio.api.act(id, { action: "pause" });
    const { summary } = await reaches(id, "paused");
    const step = summary.state.status === "paused" ? summary.state.step : null;
    await studio.api.act(id, { action: "resume" });
    const { begin, checkpoints } = await reaches(id, "succeeded");
    expect(begin?.resumedFrom).toBe(step);
    expect(checkpoints.map(({ step: at }) => at)).toContain(150);
    expect((await metrics(id)).at(0)?.values.loss).toBeGreaterThan(2);
    expect((await metrics(id, 2)).at(-1)?.values.loss).toBeLessThan(1);
  });

  await test.step("the same file gives the plain command line the same losses", async () => {
    // From a checkpoint: the engine draws the first weights of an adapter anew each time, seed or not.
    const output = join(studio.home, "plain");
    const file = join(studio.home, "runs", id, "train-2.yaml");
    await execute(
      join(dirname(python), "axolotl"),
      ["train", file, "--launcher", "python", "--output-dir", output],
      {
        env: {
          ...process.env,
          HF_HUB_OFFLINE: "1",
          AXOLOTL_DO_NOT_TRACK: "1",
          CUDA_VISIBLE_DEVICES: "",
          OMP_WAIT_POLICY: "PASSIVE",
        },
        maxBuffer: 1 << 26,
      },
    );
    const plain = new Map((await loggedLosses(output)).map(({ step, loss }) => [step, loss]));
    const ours = await metrics(id, 2);
    expect(ours.length).toBeGreaterThan(50);
    for (const { step, values } of ours)
      expect(values.loss, `step ${step}`).toBeCloseTo(plain.get(step) ?? Number.NaN, 3);
  });

  await test.step("it merges into a whole model", async () => {
    const merge = await studio.api.merge(id);
    const { artifacts } = await reaches(merge.id, "succeeded");
    expect(artifacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["model.safetensors", "config.json", "tokenizer.json", "chat_template.jinja"]),
    );
  });
});

test("preferences are learnt with their own numbers, and a stop keeps the adapter", async () => {
  const id = await start(
    "dpo",
    `${tiny}base_model: models/demo-text
lora_target_linear: true
rl: dpo
num_epochs: 20
datasets:
  - path: datasets/demo_preference.json
    ds_type: json
    split: train
    type:
      field_prompt: instruction
      field_chosen: chosen
      field_rejected: rejected
      prompt_format: "<|im_start|>user\\n{prompt}<|im_end|>\\n<|im_start|>assistant\\n"
      chosen_format: "{chosen}<|im_end|>"
      rejected_format: "{rejected}<|im_end|>"
`,
  );
  await reachesStep(id, 1);
  await studio.api.act(id, { action: "stop" });
  const { artifacts } = await reaches(id, "stopped");
  expect(artifacts.map(({ name }) => name)).toContain("adapter_model.safetensors");
  const [first] = await metrics(id);
  for (const name of ["loss", "rewards/chosen", "rewards/margins", "logps/rejected"])
    expect(typeof first?.values[name], name).toBe("number");
});

test("a model that sees learns from messages with pictures", async () => {
  const images = await readdir(join(studio.home, "datasets", "shapes"));
  const rows = images.slice(0, 6).map((name) => ({
    messages: [
      {
        role: "user",
        content: [
          { type: "image", path: join(studio.home, "datasets", "shapes", name) },
          { type: "text", text: "What is in the picture?" },
        ],
      },
      { role: "assistant", content: [{ type: "text", text: name.replace(/-\d.*$/, "").replace("-", " ") }] },
    ],
  }));
  const file = join(studio.home, "shapes.jsonl");
  await writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const id = await start(
    "vision",
    `${tiny}base_model: models/demo-vision
processor_type: AutoProcessor
skip_prepare_dataset: true
remove_unused_columns: false
sample_packing: false
chat_template: qwen2_vl
max_steps: 2
lora_target_modules: 'model.language_model.layers.[\\d]+.(mlp|cross_attn|self_attn).(up|down|gate|q|k|v|o)_proj'
datasets:
  - path: shapes.jsonl
    ds_type: json
    type: chat_template
    split: train
    field_messages: messages
`,
  );
  await reaches(id, "succeeded");
  expect(await metrics(id)).toHaveLength(2);
});

async function loggedLosses(output: string): Promise<{ step: number; loss: number }[]> {
  const State = z.object({
    log_history: z.array(z.object({ step: z.number(), loss: z.number().optional() })),
  });
  const path = join(output, "checkpoint-150", "trainer_state.json");
  const { log_history } = State.parse(JSON.parse(await readFile(path, "utf8")));
  return log_history.flatMap(({ step, loss }) => (loss === undefined ? [] : [{ step, loss }]));
}
