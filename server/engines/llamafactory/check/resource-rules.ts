// Owns judging what a training takes: disk for its checkpoints, memory of the GPU, steps against the size of the data.
import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { RunEstimate } from "../../../../contract/preview.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { outputPath } from "../../../engine-kit/places.ts";
import { flagOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { memoryOf } from "../estimate-memory.ts";
import { spaceOf } from "../estimate-space.ts";
import type { Subject } from "./subject.ts";

const gigabytes = (bytes: number) => Number((bytes / 1e9).toPrecision(2));
/** Close enough to full that a guess may be wrong. */
const TIGHT = 0.9;

/** Of the disk that `path` will be on. */
function freeBytes(path: string): number | null {
  let place = path;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    const { bavail, bsize } = statfsSync(place);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function space(subject: Subject, numbers: RunEstimate): Problem[] {
  const { doc, model, method, deepSpeed, places, context, error, warning } = subject;
  const needed = spaceOf(doc, model, { method, usesDeepSpeed: deepSpeed.type !== "none", numbers });
  if (needed === null) return [];
  const folder = outputPath(textOf(doc, "output_dir") ?? ".", places, context.home);
  const free = freeBytes(folder);
  if (free === null || needed.totalBytes < free * TIGHT) return [];
  const params = {
    needed: gigabytes(needed.totalBytes),
    one: gigabytes(needed.checkpointBytes),
    count: numbers.checkpoints ?? 0,
    free: gigabytes(free),
    folder,
  };
  const key = doc.keys.includes("save_steps") ? "save_steps" : "save_total_limit";
  const find = needed.totalBytes > free ? error : warning;
  return [
    find(
      key,
      needed.totalBytes > free ? "disk.too-small" : "disk.tight",
      `The checkpoints of this run take about ${params.needed} GB (${params.count} of ${params.one} GB each), and ${params.free} GB are free in ${folder}.`,
      "Set `save_total_limit`, save more rarely, set `save_only_model: true`, or choose a folder on another disk.",
      { params },
    ),
  ];
}

function memory({ doc, model, method, deepSpeed, deviceCount, onCpu, context, warning }: Subject): Problem[] {
  const { gpuBytes } = context;
  const needed = memoryOf(doc, model, { method, deepSpeed, deviceCount });
  if (onCpu || flagOf(doc, "use_cpu") || !gpuBytes || needed === null || needed.total < gpuBytes) return [];
  const params = {
    needed: gigabytes(needed.total),
    weights: gigabytes(needed.weights),
    training: gigabytes(needed.training),
    activations: gigabytes(needed.activations),
    gpu: gigabytes(gpuBytes),
  };
  const parts = [
    { size: needed.activations, key: "per_device_train_batch_size" },
    { size: needed.training, key: "finetuning_type" },
    { size: needed.weights, key: "model_name_or_path" },
  ].sort((a, b) => b.size - a.size);
  return [
    warning(
      parts[0]?.key ?? "model_name_or_path",
      "memory.too-small",
      `This needs about ${params.needed} GB of GPU memory (weights ${params.weights}, gradients and optimizer ${params.training}, activations ${params.activations}); the GPU has ${params.gpu} GB. A rough guess.`,
      "Make the batch or `cutoff_len` smaller, use LoRA, quantize to 4 bits, or spread it with DeepSpeed ZeRO-3.",
      { params },
    ),
  ];
}

function steps({ doc, warning }: Subject, numbers: RunEstimate): Problem[] {
  const found: Problem[] = [];
  const { examples, effectiveBatchSize, totalSteps } = numbers;
  if (examples !== null && examples > 0 && effectiveBatchSize > examples)
    found.push(
      warning(
        doc.keys.includes("gradient_accumulation_steps")
          ? "gradient_accumulation_steps"
          : "per_device_train_batch_size",
        "steps.batch-above-data",
        `One step takes ${effectiveBatchSize} examples, and there are only ${examples}: each epoch is a single step.`,
        "Make the batch or `gradient_accumulation_steps` smaller.",
        { params: { batch: effectiveBatchSize, examples } },
      ),
    );
  const warmup = numberOf(doc, "warmup_steps") ?? 0;
  if (totalSteps !== null && warmup >= 1 && warmup >= totalSteps)
    found.push(
      warning(
        "warmup_steps",
        "steps.only-warmup",
        `The warmup takes ${warmup} steps, and there are only ${totalSteps}: the learning rate never gets to its value.`,
        `Set it to ${Math.max(0, Math.floor(totalSteps / 10))} or so.`,
        { params: { warmup, totalSteps, usual: Math.max(0, Math.floor(totalSteps / 10)) } },
      ),
    );
  return found;
}

/** What the counted steps make of disk, memory and data. */
export const resourceFindings = (subject: Subject, numbers: RunEstimate): Problem[] => [
  ...space(subject, numbers),
  ...memory(subject),
  ...steps(subject, numbers),
];
