// Every stage and method on the real engine: two steps each on the tiny model, started as the form does from a preset.
// What each of them measures arrives as typed points, and what it leaves can be resumed from, kept and merged.
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { ConfigValue } from "../../contract/config-document.ts";
import type { RunDetail, RunStatus } from "../../contract/run.ts";
import type { RunEvent } from "../../contract/run-event.ts";
import { Studio } from "../studio.ts";
import { demoScript, enginePython } from "./engine-fixtures.ts";

type Changes = Record<string, ConfigValue | undefined>;
type Metrics = Extract<RunEvent, { type: "metrics" }>;

let studio: Studio;
test.beforeAll(async () => {
  studio = await Studio.create({ executor: "local", enginePython: enginePython() });
});
test.afterAll(() => studio?.remove());

const tiny: Changes = {
  model_name_or_path: "models/demo-text",
  template: "qwen",
  cutoff_len: 128,
  max_samples: 12,
  per_device_train_batch_size: 2,
  gradient_accumulation_steps: 1,
  max_steps: 2,
  logging_steps: 1,
  save_steps: 2,
  plot_loss: false,
  bf16: false,
};

async function start(preset: string, name: string, changes: Changes): Promise<string> {
  return (await studio.api.startFrom(preset, name, { ...tiny, ...changes })).id;
}

/** Ends as expected, or shows why not. */
async function reaches(id: string, status: RunStatus): Promise<void> {
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
}

async function metrics(id: string, kind: Metrics["kind"], attempt = 1): Promise<Metrics[]> {
  const events = (await studio.api.events(id)).filter((stamped) => stamped.attempt === attempt);
  return events.flatMap(({ event }) => (event.type === "metrics" && event.kind === kind ? [event] : []));
}

const names = (points: readonly Metrics[]) => [
  ...new Set(points.flatMap(({ values }) => Object.keys(values))),
];
const lossesOf = (points: readonly Metrics[], key = "loss") =>
  points.map(({ step, values }) => [step, Number(values[key])] as const);

const usual = ["loss", "grad_norm", "learning_rate"];
const rewards = ["chosen", "rejected", "margins"].map((name) => `rewards/${name}`);
const pairs = ["logps", "logits"].flatMap((name) => [`${name}/chosen`, `${name}/rejected`]);
const both = (measured: string[]) => measured.map((name) => `eval_${name}`);
const evaluated = { val_size: 4, eval_strategy: "steps", eval_steps: 2, per_device_eval_batch_size: 2 };

/** `result`: a file of what it leaves. `merged`: is also made into a model that runs by itself. */
type Case = {
  preset: string;
  changes: Changes;
  train: string[];
  evaluation?: string[];
  result: string;
  merged?: (run: RunDetail, model: RunDetail) => Promise<void>;
};
const adapter = "adapter_model.safetensors";
const model = "model.safetensors";
const sft = (changes: Changes, result: string, merged?: Case["merged"]): Case => ({
  preset: "lora-sft",
  changes: { dataset: "demo_pirate", ...changes },
  train: usual,
  result,
  ...(merged ? { merged } : {}),
});

/** PEFT itself adds the adapter to the base model, and comes to the same weights. */
async function asPeft(run: RunDetail, { outputDir }: RunDetail): Promise<void> {
  const base = join(studio.home, "models/demo-text");
  const compared = JSON.parse(
    await demoScript("compare_merge.py", base, run.outputDir ?? "", outputDir ?? ""),
  );
  expect(compared).toMatchObject({ equal: true });
}
async function wholeModel(_: RunDetail, { artifacts }: RunDetail): Promise<void> {
  expect(artifacts.map(({ name }) => name)).toEqual(expect.arrayContaining([model, "Modelfile"]));
}

const cases: Record<string, Case> = {
  "sft lora, with a dataset of its own to evaluate on": {
    ...sft({ ...evaluated, val_size: undefined, eval_dataset: "demo_pirate" }, adapter),
    evaluation: ["eval_loss"],
  },
  "sft dora": sft({ use_dora: true }, adapter),
  "sft oft": sft({ finetuning_type: "oft", lora_rank: undefined, lora_target: undefined }, adapter, asPeft),
  // Frozen layers stay in the 16 bits they were saved in; only mixed precision lets the others work with them.
  "sft freeze": sft(
    { finetuning_type: "freeze", freeze_trainable_layers: 1, bf16: true, use_cpu: true },
    model,
    wholeModel,
  ),
  "sft full": sft({ finetuning_type: "full" }, model, wholeModel),
  "pt lora": { preset: "pretrain", changes: { dataset: "demo_facts" }, train: usual, result: adapter },
  "rm lora": {
    preset: "reward-model",
    changes: { dataset: "demo_preference", ...evaluated },
    train: usual,
    evaluation: ["eval_loss", "eval_accuracy"],
    result: adapter,
  },
  "dpo lora": {
    preset: "dpo",
    changes: { dataset: "demo_preference", ...evaluated },
    train: [...usual, ...rewards, "rewards/accuracies", ...pairs],
    evaluation: both(["loss", ...rewards, "rewards/accuracies", ...pairs]),
    result: adapter,
  },
  "kto lora": {
    preset: "kto",
    changes: { dataset: "demo_feedback", per_device_train_batch_size: 4, ...evaluated },
    train: [...usual, ...rewards, "kl", ...pairs],
    evaluation: both(["loss", ...rewards, ...pairs]),
    result: adapter,
  },
};

for (const [name, { preset, changes, train, evaluation, result, merged }] of Object.entries(cases))
  test(name, async () => {
    const id = await start(preset, name.replace(/,.*/, ""), changes);
    await reaches(id, "succeeded");
    const points = await metrics(id, "train");
    expect(points.map(({ step }) => step)).toEqual([1, 2]);
    expect(names(points)).toEqual(expect.arrayContaining(train));
    for (const value of points.flatMap(({ values }) => Object.values(values)))
      expect(value).toEqual(expect.any(Number));
    const evaluations = await metrics(id, "eval");
    if (evaluation) expect(names(evaluations)).toEqual(expect.arrayContaining(evaluation));
    else expect(evaluations).toEqual([]);

    const run = await studio.api.run(id);
    expect(run.summary.progress).toMatchObject({ done: 2, total: 2 });
    expect(run.artifacts.map((artifact) => artifact.name)).toContain(result);
    expect(run.checkpoints).toMatchObject([{ name: "checkpoint-2", complete: true }]);
    if (!merged) return;
    const merge = await studio.api.merge(id);
    await reaches(merge.id, "succeeded");
    await merged(run, await studio.api.run(merge.id));
  });

test("a paused reward model goes on from the checkpoint that was chosen, exactly", async () => {
  const id = await start("reward-model", "goes on", {
    dataset: "demo_preference",
    val_size: undefined,
    eval_strategy: undefined,
    eval_steps: undefined,
    max_steps: 80,
    save_steps: 5,
    save_total_limit: undefined,
  });
  await expect
    .poll(async () => (await metrics(id, "train")).length, { timeout: 60_000, intervals: [100] })
    .toBeGreaterThan(10);
  await studio.api.act(id, { action: "pause" });
  await reaches(id, "paused");
  await studio.api.act(id, { action: "resume", checkpoint: "checkpoint-5" });
  await reaches(id, "succeeded");
  const begins = (await studio.api.events(id)).flatMap(({ event }) =>
    event.type === "begin" ? [event.resumedFrom] : [],
  );
  expect(begins).toEqual([null, 5]);
  const again = new Map(lossesOf(await metrics(id, "train", 2)));
  expect([...again.keys()]).toEqual(Array.from({ length: 75 }, (_, at) => at + 6));
  for (const [step, loss] of lossesOf(await metrics(id, "train")).filter(([at]) => at > 5))
    expect(again.get(step), `step ${step}`).toBeCloseTo(loss, 4);
});

test("a training that gets worse ends early, and its best checkpoint is the result", async () => {
  const id = await start("lora-early-stop", "ends early", {
    dataset: "demo_pirate",
    val_size: 4,
    eval_steps: 1,
    save_steps: 1,
    early_stopping_steps: 1,
    // The first step changes nothing, the second one ruins the model.
    learning_rate: 1,
    lr_scheduler_type: "constant_with_warmup",
    warmup_steps: 1,
    max_steps: 20,
  });
  await reaches(id, "succeeded");
  const { summary, checkpoints } = await studio.api.run(id);
  expect(summary.progress).toMatchObject({ done: 2, total: 20 });
  expect(checkpoints.map(({ name }) => name)).toEqual(["checkpoint-2", "checkpoint-1"]);
  const [first, second, ...more] = lossesOf(await metrics(id, "eval"), "eval_loss");
  expect(second?.[1]).toBeGreaterThan(2 * (first?.[1] ?? Number.POSITIVE_INFINITY));
  // The last evaluation is of the best checkpoint, so it is no point of the curve at the last step.
  expect(more).toEqual([]);
  expect(summary.lastEvalLoss).toBe(first?.[1]);
});
