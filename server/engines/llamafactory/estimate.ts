// Owns what the numbers of a config come to: batch, steps, epochs, checkpoints, counted as the trainer counts them.
// Refuses to guess: null where the dataset decides in a way that only tokenizing can tell.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import type { RunEstimate } from "../../../contract/preview.ts";
import { flagOf, listOf, numberOf, textOf } from "../../engine-kit/values.ts";

export type KnownRows = ReadonlyMap<string, number | null>;

function examplesOf(doc: ConfigDocument, rows: KnownRows): number | null {
  const names = listOf(doc, "dataset");
  const packed = flagOf(doc, "packing") || flagOf(doc, "neat_packing") || textOf(doc, "stage") === "pt";
  const mixed = (textOf(doc, "mix_strategy") ?? "concat") !== "concat";
  const unknowable = packed || mixed || flagOf(doc, "streaming") || textOf(doc, "tokenized_path") !== null;
  if (names.length === 0 || unknowable) return null;

  const limit = numberOf(doc, "max_samples") ?? Number.POSITIVE_INFINITY;
  let total = 0;
  for (const name of names) {
    const count = rows.get(name);
    if (count === undefined || count === null) return null;
    total += Math.min(count, limit);
  }
  const held = numberOf(doc, "val_size") ?? 0;
  if (held <= 1e-6) return total;
  return Math.max(0, total - (held > 1 ? Math.trunc(held) : Math.ceil(held * total)));
}

function checkpointsOf(doc: ConfigDocument, total: number | null, perEpoch: number | null): number | null {
  const strategy = textOf(doc, "save_strategy") ?? "steps";
  if (strategy === "no") return 0;
  if (total === null || (strategy !== "steps" && strategy !== "epoch")) return null;
  if (strategy === "epoch") return perEpoch ? Math.ceil(total / perEpoch) : null;
  const asked = numberOf(doc, "save_steps") ?? 500;
  const every = asked < 1 ? Math.ceil(total * asked) : asked;
  // The trainer also saves at the very end.
  return every > 0 ? Math.ceil(total / every) : null;
}

export function estimate(doc: ConfigDocument, rows: KnownRows, deviceCount: number): RunEstimate {
  const perDevice = Math.max(1, numberOf(doc, "per_device_train_batch_size") ?? 8);
  const accumulation = Math.max(1, numberOf(doc, "gradient_accumulation_steps") ?? 1);
  const examples = examplesOf(doc, rows);
  const batches = examples === null ? null : Math.ceil(examples / (perDevice * deviceCount));
  const stepsPerEpoch = batches === null ? null : Math.max(1, Math.ceil(batches / accumulation));

  const asked = numberOf(doc, "max_steps") ?? -1;
  const wanted = numberOf(doc, "num_train_epochs") ?? 3;
  const byEpochs = stepsPerEpoch === null ? null : Math.ceil(wanted * stepsPerEpoch);
  const totalSteps = asked > 0 ? asked : byEpochs;
  const byEpoch = totalSteps !== null && stepsPerEpoch !== null ? totalSteps / stepsPerEpoch : null;
  const limit = numberOf(doc, "save_total_limit");
  const written = checkpointsOf(doc, totalSteps, stepsPerEpoch);

  return {
    deviceCount,
    perDeviceBatchSize: perDevice,
    gradientAccumulation: accumulation,
    effectiveBatchSize: perDevice * accumulation * deviceCount,
    examples,
    stepsPerEpoch,
    epochs: asked > 0 ? byEpoch : wanted,
    totalSteps,
    checkpoints: written !== null && limit !== null && limit > 0 ? Math.min(written, limit) : written,
  };
}
