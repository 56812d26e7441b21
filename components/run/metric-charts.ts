// Owns which charts a run has: from its stage and the names of its metrics, the known ones first. Pure. Refuses words and drawing.
import type { PointTable } from "@/client/live/point-table.ts";

export type ChartKind =
  | "loss"
  | "rewards"
  | "margins"
  | "accuracy"
  | "learningRate"
  | "gradNorm"
  | "throughput"
  | "memory"
  | "kl"
  | "logps"
  | "logits"
  | "other";

/** One column of the run. Of a pair of answers, `part` says which one it is about. */
export type MetricLine = {
  of: "train" | "eval";
  name: string;
  part: "whole" | "chosen" | "rejected";
};
/** A line is drawn when its column is there. */
export type MetricChart = { id: string; kind: ChartKind; lines: readonly MetricLine[] };

const rates = ["tokens_per_second", "samples_per_second", "steps_per_second"];
/** Bookkeeping that no curve tells anything about. */
const bookkeeping = /(_runtime|_per_second|_time|_flos|num_input_tokens_seen)$/;

const train = (name: string): MetricLine => ({ of: "train", name, part: "whole" });
const evaluation = (name: string): MetricLine => ({ of: "eval", name, part: "whole" });
const pair = (name: string): MetricLine[] =>
  (["train", "eval"] as const).flatMap((of) =>
    (["chosen", "rejected"] as const).map((part) => ({
      of,
      name: `${of === "eval" ? "eval_" : ""}${name}/${part}`,
      part,
    })),
  );

const loss: MetricChart = { id: "loss", kind: "loss", lines: [train("loss"), evaluation("eval_loss")] };
/** What preferences are judged by. */
const preferences: readonly MetricChart[] = [
  { id: "rewards", kind: "rewards", lines: pair("rewards") },
  {
    id: "rewards/margins",
    kind: "margins",
    lines: [train("rewards/margins"), evaluation("eval_rewards/margins")],
  },
  {
    id: "accuracy",
    kind: "accuracy",
    lines: [train("rewards/accuracies"), evaluation("eval_rewards/accuracies"), evaluation("eval_accuracy")],
  },
  // The engine calls it so in evaluations as well.
  { id: "kl", kind: "kl", lines: [train("kl"), evaluation("kl")] },
];
const usual: readonly MetricChart[] = [
  { id: "learning_rate", kind: "learningRate", lines: [train("learning_rate")] },
  { id: "grad_norm", kind: "gradNorm", lines: [train("grad_norm")] },
];
const memory: MetricChart = { id: "gpu_memory_gib", kind: "memory", lines: [train("gpu_memory_gib")] };
const probabilities: readonly MetricChart[] = [
  { id: "logps", kind: "logps", lines: pair("logps") },
  { id: "logits", kind: "logits", lines: pair("logits") },
];

/** Charts that a stage will fill for sure: their place is kept from the beginning. */
const keptBy: Readonly<Record<string, readonly ChartKind[]>> = {
  dpo: ["rewards", "margins", "accuracy", "logps", "logits"],
  ipo: ["rewards", "margins", "accuracy", "logps", "logits"],
  orpo: ["rewards", "margins", "accuracy", "logps", "logits"],
  simpo: ["rewards", "margins", "accuracy", "logps", "logits"],
  kto: ["rewards", "margins", "kl", "logps", "logits"],
};

type Names = Pick<PointTable, "names">;

/** The loss is always there, as the first thing to come. A metric of both kinds (x and eval_x) shares a chart. */
export function metricCharts(trained: Names, evaluated: Names, stage: string | null = null): MetricChart[] {
  const names = { train: trained.names, eval: evaluated.names };
  const kept = keptBy[stage ?? ""] ?? [];
  const isThere = ({ kind, lines }: MetricChart) =>
    kept.includes(kind) || lines.some(({ of, name }) => names[of].includes(name));
  const rate = rates.find((name) => names.train.includes(name)) ?? "samples_per_second";
  const speed: MetricChart = { id: "throughput", kind: "throughput", lines: [train(rate)] };
  const known = [
    loss,
    ...preferences.filter(isThere),
    ...usual,
    speed,
    ...[memory, ...probabilities].filter(isThere),
  ];

  // Four lines would be too many: of an evaluation, margin and accuracy say as much.
  const drawn = ({ lines, ...chart }: MetricChart): MetricChart => {
    const trains = kept.includes(chart.kind) || lines.some(({ name }) => names.train.includes(name));
    return {
      ...chart,
      lines: trains ? lines.filter(({ of, part }) => of === "train" || part === "whole") : lines,
    };
  };
  const shown = new Set(known.flatMap(({ lines }) => lines.map(({ name }) => name)));
  const isOther = (name: string) => !shown.has(name) && !bookkeeping.test(name);
  const others = new Map<string, MetricLine[]>();
  for (const name of names.train.filter(isOther)) others.set(name, [train(name)]);
  for (const name of names.eval.filter(isOther)) {
    const bare = name.replace(/^eval_/, "");
    others.set(bare, [...(others.get(bare) ?? []), evaluation(name)]);
  }
  return [
    ...known.map(drawn),
    ...[...others].map(([id, lines]): MetricChart => ({ id, kind: "other", lines })),
  ];
}
