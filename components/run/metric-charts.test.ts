// Shows which charts a run of each stage has, before its first point and after.
import { expect, it } from "vitest";
import { metricCharts } from "./metric-charts.ts";

const charts = (train: string[], evaluation: string[] = [], stage?: string) =>
  metricCharts({ names: train }, { names: evaluation }, stage);
const ids = (...given: Parameters<typeof charts>) => charts(...given).map(({ id }) => id);
const linesOf = (id: string, ...given: Parameters<typeof charts>) =>
  charts(...given)
    .find((chart) => chart.id === id)
    ?.lines.map(({ name }) => name);

it("keeps a place for the usual curves before anything has come", () => {
  expect(ids([])).toEqual(["loss", "learning_rate", "grad_norm", "throughput"]);
  expect(ids([], [], "sft")).toEqual(ids([]));
});

it("shows memory only where it is measured, and the finest rate there is", () => {
  const names = ["loss", "steps_per_second", "tokens_per_second", "gpu_memory_gib"];
  expect(ids(names)).toContain("gpu_memory_gib");
  expect(linesOf("throughput", names)).toEqual(["tokens_per_second"]);
});

const pairs = ["rewards", "logps", "logits"].flatMap((name) => [`${name}/chosen`, `${name}/rejected`]);
const dpo = ["loss", ...pairs, "rewards/accuracies", "rewards/margins"];

it("puts what preferences are judged by behind the loss, and keeps its place from the beginning", () => {
  const wanted = ["loss", "rewards", "rewards/margins", "accuracy", "learning_rate", "grad_norm"];
  expect(ids(dpo)).toEqual([...wanted, "throughput", "logps", "logits"]);
  expect(ids([], [], "dpo")).toEqual(ids(dpo));
  expect(
    ids(
      dpo,
      dpo.map((name) => `eval_${name}`),
    ),
  ).toEqual(ids(dpo));
});

it("draws two lines of a pair: of the training, else of the evaluation", () => {
  const evaluated = dpo.map((name) => `eval_${name}`);
  expect(linesOf("rewards", dpo, evaluated)).toEqual(["rewards/chosen", "rewards/rejected"]);
  expect(linesOf("rewards/margins", dpo, evaluated)).toEqual(["rewards/margins", "eval_rewards/margins"]);
  expect(linesOf("rewards", [], evaluated)).toContain("eval_rewards/chosen");
});

it("shows the divergence of KTO, also as its evaluation names it", () => {
  const kto = ["loss", ...pairs, "rewards/margins", "kl"];
  expect(ids([], [], "kto")).toEqual(ids(kto, ["eval_loss", "kl"]));
  expect(ids(kto)).toContain("kl");
  expect(ids(kto)).not.toContain("accuracy");
});

it("shows the accuracy that a reward model is evaluated by", () => {
  expect(ids(["loss"], [], "rm")).not.toContain("accuracy");
  expect(ids(["loss"], ["eval_loss", "eval_accuracy"])).toContain("accuracy");
});

it("draws every metric it does not know, with train and eval in one chart", () => {
  const given = [
    ["loss", "sft_loss", "total_flos", "train_runtime", "train_tokens_per_second"],
    ["eval_loss", "eval_runtime", "eval_sft_loss", "eval_bleu"],
  ] as const;
  expect(ids([...given[0]], [...given[1]]).slice(4)).toEqual(["sft_loss", "bleu"]);
  expect(linesOf("sft_loss", [...given[0]], [...given[1]])).toEqual(["sft_loss", "eval_sft_loss"]);
  expect(linesOf("bleu", [...given[0]], [...given[1]])).toEqual(["eval_bleu"]);
});
