// Owns what the token view begins with: the newest run's own settings, else a model of this machine. Pure.
import { readConfig } from "@/contract/config-document.ts";
import type { EncodeSettings } from "@/contract/dataset-scan.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { DatasetEntry, LocalModel } from "@/contract/library.ts";
import { purposeOf, stageFor } from "./fitness.ts";

export type EncodeDraft = Pick<
  EncodeSettings,
  "model" | "template" | "cutoffLen" | "stage" | "trainOnPrompt" | "maskHistory" | "options"
>;

export const usualCutoff = 2048;
/** What an engine that finds its templates in the models themselves calls a model's own. */
const ownTemplate = "tokenizer_default";
const lengthKeys = ["cutoff_len", "sequence_len"];
const promptKeys = ["train_on_prompt", "train_on_inputs"];
const stages = ["pt", "sft", "rm", "dpo", "kto"] as const;
/** Keys that change how media become tokens. */
const mediaKeys = [
  "image_size",
  "image_resize_algorithm",
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

type Engine = Pick<EngineDescription, "roles" | "stages" | "datasetForm">;

/** `stage` is taken instead of the config's. */
export function draftFromConfig(
  text: string,
  { roles, stages: kinds, datasetForm }: Engine,
  stage?: EncodeDraft["stage"],
): EncodeDraft | null {
  const config = readConfig(text);
  const model = config.get(roles.model);
  const template = config.get(roles.template);
  const cutoff = lengthKeys.map((key) => config.get(key)).find((value) => value !== undefined);
  if (typeof model !== "string" || model === "") return null;
  const options: EncodeDraft["options"] = {};
  for (const key of mediaKeys) {
    const value = config.get(key);
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
      options[key] = value;
  }
  const named = config.get(roles.stage);
  const data = kinds.find(({ value }) => value === named)?.data ?? named;
  return {
    model,
    template: typeof template === "string" ? template : datasetForm === "mappings" ? ownTemplate : "",
    cutoffLen: typeof cutoff === "number" && cutoff > 0 ? cutoff : usualCutoff,
    stage: stage ?? stages.find((each) => each === data) ?? "sft",
    trainOnPrompt: promptKeys.some((key) => config.get(key) === true),
    maskHistory: config.get("mask_history") === true,
    options,
  };
}

/** A model for pictures where the rows have some. */
export function draftFromModels(
  models: readonly LocalModel[],
  entry: DatasetEntry,
  { datasetForm, templateHints = [] }: Pick<EngineDescription, "datasetForm" | "templateHints">,
): EncodeDraft | null {
  const withMedia = entry.media.length > 0;
  const whole = models.filter(({ kind, template }) => kind === "model" && template !== null);
  const model = whole.find(({ multimodal }) => multimodal === withMedia) ?? whole[0];
  if (!model) return null;
  const hinted = templateHints.find((hint) => new RegExp(hint.model, "i").test(model.path));
  return {
    model: model.path,
    template: datasetForm === "mappings" ? (hinted?.template ?? ownTemplate) : (model.template ?? ""),
    cutoffLen: usualCutoff,
    stage: stageOf(entry),
    trainOnPrompt: false,
    maskHistory: false,
    options: {},
  };
}
