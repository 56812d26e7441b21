// Owns which charts a run has: from the names of its metrics, the known ones first. Pure. Refuses words and drawing.
import type { PointTable } from "@/client/live/point-table.ts";

export type ChartKind = "loss" | "learningRate" | "gradNorm" | "throughput" | "memory" | "other";

/** Names of the columns a chart shows; null where there is none. */
export type MetricChart = { id: string; kind: ChartKind; train: string | null; eval: string | null };

const rates = ["tokens_per_second", "samples_per_second", "steps_per_second"];
/** Bookkeeping that no curve tells anything about. */
const bookkeeping = /(_runtime|_per_second|_time|_flos|num_input_tokens_seen)$/;

const known: readonly MetricChart[] = [
  { id: "loss", kind: "loss", train: "loss", eval: "eval_loss" },
  { id: "learning_rate", kind: "learningRate", train: "learning_rate", eval: null },
  { id: "grad_norm", kind: "gradNorm", train: "grad_norm", eval: null },
  { id: "gpu_memory_gib", kind: "memory", train: "gpu_memory_gib", eval: null },
];

/** The loss is always there, as the first thing to come. A metric of both kinds (x and eval_x) shares a chart. */
export function metricCharts(
  train: Pick<PointTable, "names">,
  evaluation: Pick<PointTable, "names">,
): MetricChart[] {
  const rate = rates.find((name) => train.names.includes(name)) ?? "samples_per_second";
  const first: MetricChart[] = known.slice(0, 3);
  const speed: MetricChart = { id: "throughput", kind: "throughput", train: rate, eval: null };
  const memory = known.filter(
    ({ kind, train: name }) => kind === "memory" && name && train.names.includes(name),
  );
  const shown = new Set(known.flatMap((chart) => [chart.train, chart.eval]));
  const isOther = (name: string) => !shown.has(name) && !bookkeeping.test(name);

  const others = new Map<string, MetricChart>();
  for (const name of train.names.filter(isOther))
    others.set(name, { id: name, kind: "other", train: name, eval: null });
  for (const name of evaluation.names.filter(isOther)) {
    const bare = name.replace(/^eval_/, "");
    others.set(bare, { ...(others.get(bare) ?? { id: bare, kind: "other", train: null }), eval: name });
  }
  return [...first, speed, ...memory, ...others.values()];
}
