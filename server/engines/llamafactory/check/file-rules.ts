// Owns judging paths: models, adapters, checkpoints and folders that are missing or in the way. Looks, never opens weights.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../../../contract/problem.ts";
import { modelFolderRule } from "../../../engine-kit/model-folder-rule.ts";
import { inputPath, modelPath, outputPath } from "../../../engine-kit/places.ts";
import { flagOf, listOf, textOf } from "../../../engine-kit/values.ts";
import type { Rule, Subject } from "./subject.ts";

function model({ doc, places, error, info }: Subject): Problem[] {
  const key = "model_name_or_path";
  const value = textOf(doc, key);
  if (value === null)
    return [
      error(
        key,
        "model.missing",
        "No model is chosen.",
        "Choose a model, or give the path of a model folder.",
      ),
    ];
  const path = modelPath(value, places);
  const params = { path: path ?? value };
  if (path === null)
    return [
      info(
        key,
        "model.from-hub",
        `\`${value}\` is not a folder here, so it is taken for a model on the hub: it is downloaded when the run starts, unless it was before.`,
        undefined,
        { params },
      ),
    ];
  if (!existsSync(path))
    return [
      error(
        key,
        "model.not-found",
        `There is no model folder ${path}.`,
        "Correct the path, or choose another model.",
        { params },
      ),
    ];
  const faults = modelFolderRule({ key, folder: path, error });
  if (faults.length > 0) return faults;
  if (existsSync(join(path, "config.json"))) return [];
  if (existsSync(join(path, "adapter_config.json")))
    return [
      error(
        key,
        "model.is-adapter",
        `${path} holds an adapter, which is only an addition to a model.`,
        "Name its base model here, and this folder as `adapter_name_or_path`.",
        { params },
      ),
    ];
  return [
    error(
      key,
      "model.no-config",
      `${path} is not a model folder: it has no config.json.`,
      "Choose the folder that holds config.json and the weights.",
      { params },
    ),
  ];
}

function adapters({ doc, places, error }: Subject): Problem[] {
  const key = "adapter_name_or_path";
  return listOf(doc, key).flatMap((value) => {
    const path = modelPath(value, places);
    const params = { path: path ?? value };
    if (path === null) return [];
    if (!existsSync(path))
      return [
        error(
          key,
          "adapter.not-found",
          `There is no adapter folder ${path}.`,
          "Correct the path, or remove it.",
          { params },
        ),
      ];
    return existsSync(join(path, "adapter_config.json"))
      ? []
      : [
          error(
            key,
            "adapter.no-config",
            `${path} is not an adapter: it has no adapter_config.json.`,
            "Choose the folder that a LoRA run wrote.",
            { params },
          ),
        ];
  });
}

function inputs({ doc, places, error, onCpu }: Subject): Problem[] {
  const found: Problem[] = [];
  const missing = (key: string) => {
    const value = textOf(doc, key);
    const path = value === null || value.startsWith("{") ? null : inputPath(value, places);
    return path !== null && !existsSync(path) ? path : null;
  };
  const checks = [
    [
      "deepspeed",
      "file.not-found",
      "Correct the path of the DeepSpeed settings, or remove the key to train without.",
    ],
    ["fsdp_config", "file.not-found", "Correct the path, or remove the key."],
    ["media_dir", "file.not-found", "Correct the path of the folder with the pictures, videos and sounds."],
  ] as const;
  for (const [key, code, hint] of checks) {
    const path = missing(key);
    if (path !== null) found.push(error(key, code, `There is no ${path}.`, hint, { params: { key, path } }));
  }
  if (onCpu && textOf(doc, "deepspeed") !== null)
    found.push(
      error(
        "deepspeed",
        "deepspeed.cpu",
        "DeepSpeed spreads a training over GPUs; this run is on the CPU.",
        "Remove `deepspeed`.",
        { fix: { value: null } },
      ),
    );
  return found;
}

/** Something is in it, or it cannot be looked into. */
function isOccupied(path: string): boolean {
  try {
    return readdirSync(path).length > 0;
  } catch {
    return existsSync(path);
  }
}

function outputs({ doc, spec, places, error }: Subject): Problem[] {
  const key = spec.kind === "train" ? "output_dir" : "export_dir";
  const value = textOf(doc, key);
  const goesOn = flagOf(doc, "overwrite_output_dir") || textOf(doc, "resume_from_checkpoint") !== null;
  // A relative path without a place of its own ends up in the new run's folder.
  if (value === null || (spec.kind === "train" && goesOn)) return [];
  const path = outputPath(value, places, "/nonexistent");
  if (!isOccupied(path)) return [];
  return [
    error(
      key,
      "output.not-empty",
      `The folder ${path} exists and is not empty; ${spec.kind === "train" ? "the engine would refuse it, or go on from what is in it" : "what is in it would be mixed with the result"}.`,
      spec.kind === "train"
        ? "Choose another folder, remove the key (each run then gets its own), or set `overwrite_output_dir: true`."
        : "Choose another folder.",
      { params: { path } },
    ),
  ];
}

export const fileRules: readonly Rule[] = [model, adapters, inputs, outputs];
