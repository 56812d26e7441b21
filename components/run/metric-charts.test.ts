import { expect, it } from "vitest";
import { metricCharts } from "./metric-charts.ts";

const ids = (train: string[], evaluation: string[] = []) =>
  metricCharts({ names: train }, { names: evaluation }).map(({ id }) => id);

it("keeps a place for the usual curves before anything has come", () => {
  expect(ids([])).toEqual(["loss", "learning_rate", "grad_norm", "throughput"]);
});

it("shows memory only where it is measured, and the finest rate there is", () => {
  const charts = metricCharts(
    { names: ["loss", "steps_per_second", "tokens_per_second", "gpu_memory_gib"] },
    { names: [] },
  );
  expect(charts.map(({ id }) => id)).toContain("gpu_memory_gib");
  expect(charts.find(({ kind }) => kind === "throughput")?.train).toBe("tokens_per_second");
});

it("draws every metric it does not know, with train and eval in one chart", () => {
  const charts = metricCharts(
    { names: ["loss", "rewards/accuracies", "total_flos", "train_runtime", "train_tokens_per_second"] },
    { names: ["eval_loss", "eval_runtime", "eval_rewards/accuracies", "eval_bleu"] },
  );
  expect(charts.slice(4)).toEqual([
    { id: "rewards/accuracies", kind: "other", train: "rewards/accuracies", eval: "eval_rewards/accuracies" },
    { id: "bleu", kind: "other", train: null, eval: "eval_bleu" },
  ]);
});
