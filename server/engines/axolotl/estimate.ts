// Owns what the numbers of a config come to: batch, steps, epochs, checkpoints, counted as the engine counts them.
// Refuses to guess: null where the dataset decides in a way that only tokenizing can tell.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import type { RunEstimate } from "../../../contract/preview.ts";
import { flagOf, numberOf } from "../../engine-kit/values.ts";
import { datasetsIn, isPlainText } from "./dataset-entries.ts";

/** The engine's own, where none is set. */
const KEPT = 4;

function checkpointsOf(doc: ConfigDocument, total: number | null, perEpoch: number | null): number | null {
  const asked = numberOf(doc, "save_steps");
  const times = numberOf(doc, "saves_per_epoch");
  const limit = numberOf(doc, "save_total_limit") ?? KEPT;
  if (total === null) return null;
  const byEpoch = perEpoch === null ? null : (total / perEpoch) * (times ?? 1);
  const written = asked === null ? byEpoch : total / (asked < 1 ? asked * total : asked);
  return written === null ? null : Math.min(limit, Math.ceil(written));
}

/** `rows`: examples of all datasets together; null where they are not known. */
export function estimate(doc: ConfigDocument, rows: number | null, deviceCount: number): RunEstimate {
  const perDevice = Math.max(1, numberOf(doc, "micro_batch_size") ?? 1);
  const whole = numberOf(doc, "batch_size");
  const accumulation =
    numberOf(doc, "gradient_accumulation_steps") ??
    (whole === null ? 1 : Math.max(1, Math.floor(whole / perDevice)));
  const held = numberOf(doc, "val_set_size") ?? 0;
  const isCut = datasetsIn(doc, "datasets").some(isPlainText);
  const unknowable = rows === null || isCut || flagOf(doc, "sample_packing") || flagOf(doc, "streaming");
  const examples = unknowable ? null : Math.max(0, rows - Math.ceil(held > 1 ? held : held * rows));
  const effective = perDevice * accumulation * deviceCount;
  const epochs = numberOf(doc, "num_epochs") ?? 1;
  const asked = numberOf(doc, "max_steps");
  const limit = asked !== null && asked > 0 ? asked : null;
  // The engine counts the steps of all epochs at once, so an epoch need not end on a step.
  const stepsPerEpoch = examples === null ? null : Math.max(1, Math.ceil(examples / effective));
  const byEpochs = examples === null ? null : Math.max(1, Math.ceil((examples * epochs) / effective));
  return {
    deviceCount,
    perDeviceBatchSize: perDevice,
    gradientAccumulation: accumulation,
    effectiveBatchSize: effective,
    examples,
    stepsPerEpoch,
    epochs: limit === null ? epochs : examples === null ? null : (limit * effective) / Math.max(1, examples),
    totalSteps: limit ?? byEpochs,
    checkpoints: checkpointsOf(doc, limit ?? byEpochs, stepsPerEpoch),
  };
}
