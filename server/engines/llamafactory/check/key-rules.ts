// Owns judging the names of keys: unknown, misspelt, gone, or known only to a fork. Refuses to look at values.
import type { ConfigDocument } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import { ownerOf, ownKey } from "../../../engine-kit/foreign-keys.ts";
import { didYouMean, nearest, nearestParams, surelyMeant } from "../../../engine-kit/nearest.ts";
import { knownArguments } from "../known-arguments.ts";
import { type Rule, remove, type Subject, subjectOf } from "./subject.ts";

/** Keys of OpenBMB's fork, with what upstream has instead. */
const FORK_KEYS: Readonly<Record<string, string>> = {
  enable_high_fps: "Upstream samples video by `video_fps` and `video_maxlen`.",
  double_frame_duration: "Upstream samples video by `video_fps` and `video_maxlen`.",
  packing_maxlen: "Upstream limits the frames of a video with `video_maxlen`.",
  time_scale: "Upstream has no scale for video time.",
};

/** Keys of older versions with what took their place; null when nothing did. */
const GONE_KEYS: Readonly<Record<string, string | null>> = {
  adafactor: "optim",
  dpo_beta: "pref_beta",
  dpo_ftx: "pref_ftx",
  dpo_loss: "pref_loss",
  evaluation_strategy: "eval_strategy",
  fp16_backend: null,
  fp16_opt_level: null,
  group_by_length: "train_sampling_strategy",
  half_precision_backend: null,
  image_resolution: "image_max_pixels",
  include_tokens_per_second: "include_num_input_tokens_seen",
  name_module_trainable: "freeze_trainable_modules",
  no_cuda: "use_cpu",
  num_layer_trainable: "freeze_trainable_layers",
  per_gpu_eval_batch_size: "per_device_eval_batch_size",
  per_gpu_train_batch_size: "per_device_train_batch_size",
  reserved_label_len: null,
  save_safetensors: null,
  use_ipex: null,
  use_mps_device: null,
  video_resolution: "video_max_pixels",
};

/** Successors that take the value as it is. */
const SAME_VALUE = [
  "dpo_beta",
  "dpo_ftx",
  "dpo_loss",
  "evaluation_strategy",
  "name_module_trainable",
  "no_cuda",
  "num_layer_trainable",
  "per_gpu_eval_batch_size",
  "per_gpu_train_batch_size",
];

function judge({ doc, error, spec, context }: Subject, key: string): Problem | null {
  const rename = (to: string) => (doc.keys.includes(to) ? remove : { fix: { value: null, rename: to } });
  const known = knownArguments(context.arguments);
  const argument = known.get(key);
  if (argument && !(argument.of === "training" && spec.kind !== "train")) return null;
  if (argument)
    return error(
      key,
      "key.not-for-export",
      `\`${key}\` is a key of training; the engine refuses it in a merge or export.`,
      "Remove it.",
      { params: { key }, ...remove },
    );

  const inFork = FORK_KEYS[key];
  if (inFork !== undefined)
    return error(
      key,
      "key.fork-only",
      `\`${key}\` exists only in OpenBMB's fork. Upstream LLaMA-Factory has no such key and stops at it.`,
      `Remove it to train with upstream. ${inFork}`,
      { params: { key }, ...remove },
    );

  const successor = GONE_KEYS[key];
  if (successor !== undefined)
    return error(
      key,
      "key.removed",
      `\`${key}\` is gone from this version of the engine, which stops at keys it does not know.`,
      successor === null ? "Remove it; nothing took its place." : `Use \`${successor}\` instead.`,
      {
        params: { key, successor: successor ?? "", replaced: successor === null ? "no" : "yes" },
        ...(successor === null ? remove : SAME_VALUE.includes(key) ? rename(successor) : {}),
      },
    );

  const owner = ownerOf(key, "llamafactory");
  const own = ownKey(key, "llamafactory");
  if (owner !== null)
    return error(
      key,
      "key.other-engine",
      `\`${key}\` is a key of ${owner}. LLaMA-Factory stops at keys it does not know.`,
      own === null ? "Remove it." : `Here it is \`${own.key}\`.`,
      {
        params: { key, owner, ours: own?.key ?? "", known: own === null ? "no" : "yes" },
        ...(own === null ? remove : own.same ? rename(own.key) : {}),
      },
    );

  const alike = nearest(key, known.keys());
  return error(
    key,
    "key.unknown",
    `LLaMA-Factory has no key \`${key}\` and stops at keys it does not know.`,
    alike === null ? "Correct or remove it." : didYouMean(alike),
    {
      params: { key, ...nearestParams(alike) },
      ...(alike !== null && !doc.keys.includes(alike) && surelyMeant(key, known.keys()) ? rename(alike) : {}),
    },
  );
}

/** What is to be said of the keys of a config that is not about to be started yet. */
export function keyRemarks(doc: ConfigDocument): Problem[] {
  const kind = doc.keys.includes("export_dir") ? "export" : "train";
  const subject = subjectOf(
    { kind, engine: "", name: "import", config: doc.text, device: { type: "auto" } },
    { home: "/", datasets: async () => null, catalog: null, deviceCount: 1, hasGpu: true },
  );
  return doc.keys.map((key) => judge(subject, key)).filter((found) => found !== null);
}

export const keyRules: readonly Rule[] = [
  (subject) => subject.doc.keys.map((key) => judge(subject, key)).filter((found) => found !== null),
];
