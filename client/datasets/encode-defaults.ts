// Owns what the token view begins with: the newest run's own settings, else a model of this machine. Pure.
import { readConfig } from "@/contract/config-document.ts";
import type { EncodeSettings } from "@/contract/dataset-scan.ts";
import type { DatasetEntry, LocalModel } from "@/contract/library.ts";
import { purposeOf, stageFor } from "./fitness.ts";

export type EncodeDraft = Pick<
  EncodeSettings,
  "model" | "template" | "cutoffLen" | "stage" | "trainOnPrompt" | "maskHistory" | "options"
>;

export const usualCutoff = 2048;
const stages = ["pt", "sft", "rm", "dpo", "kto"] as const;
/** Keys that change how media become tokens. */
const mediaKeys = [
  "image_max_pixels",
  "image_min_pixels",
  "image_do_pan_and_scan",
  "crop_to_patches",
  "video_max_pixels",
  "video_min_pixels",
  "video_fps",
  "video_maxlen",
  "audio_sampling_rate",
  "use_audio_in_video",
];

/** The stage the rows are made for. */
export function stageOf(entry: DatasetEntry): EncodeDraft["stage"] {
  return stages.find((each) => each === stageFor[purposeOf(entry)]) ?? "sft";
}

/** `stage` is taken instead of the config's. */
export function draftFromConfig(text: string, stage?: EncodeDraft["stage"]): EncodeDraft | null {
  const config = readConfig(text);
  const model = config.get("model_name_or_path");
  const template = config.get("template");
  const cutoff = config.get("cutoff_len");
  if (typeof model !== "string" || model === "") return null;
  const options: EncodeDraft["options"] = {};
  for (const key of mediaKeys) {
    const value = config.get(key);
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      options[key] = value;
  }
  return {
    model,
    template: typeof template === "string" ? template : "",
    cutoffLen: typeof cutoff === "number" && cutoff > 0 ? cutoff : usualCutoff,
    stage: stage ?? stages.find((each) => each === config.get("stage")) ?? "sft",
    trainOnPrompt: config.get("train_on_prompt") === true,
    maskHistory: config.get("mask_history") === true,
    options,
  };
}

/** A model for pictures where the rows have some. */
export function draftFromModels(models: readonly LocalModel[], entry: DatasetEntry): EncodeDraft | null {
  const withMedia = entry.media.length > 0;
  const whole = models.filter(({ kind, template }) => kind === "model" && template !== null);
  const model = whole.find(({ multimodal }) => multimodal === withMedia) ?? whole[0];
  if (!model) return null;
  return {
    model: model.path,
    template: model.template ?? "",
    cutoffLen: usualCutoff,
    stage: stageOf(entry),
    trainOnPrompt: false,
    maskHistory: false,
    options: {},
  };
}
