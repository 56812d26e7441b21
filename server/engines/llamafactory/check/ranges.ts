// Owns the numbers that make sense for a key: those of the form, and of some keys outside it.
import { fields } from "../fields.ts";

export type Range = { min?: number; max?: number; minExclusive?: boolean };

const BEYOND_THE_FORM: Readonly<Record<string, Range>> = {
  adam_beta1: { min: 0, max: 1 },
  adam_beta2: { min: 0, max: 1 },
  dataloader_num_workers: { min: 0 },
  early_stopping_steps: { min: 1 },
  export_size: { min: 1 },
  image_max_pixels: { min: 1 },
  image_min_pixels: { min: 1 },
  label_smoothing_factor: { min: 0, max: 1 },
  loraplus_lr_ratio: { min: 0, minExclusive: true },
  neftune_noise_alpha: { min: 0 },
  preprocessing_num_workers: { min: 1 },
  quantization_bit: { min: 1, max: 8 },
  temperature: { min: 0 },
  top_p: { min: 0, max: 1 },
  video_fps: { min: 0, minExclusive: true },
  video_maxlen: { min: 1 },
  warmup_ratio: { min: 0, max: 1 },
};

const ofTheForm = new Map(
  fields.flatMap(({ path, control }): [string, Range][] =>
    control.type === "number" ? [[path, control]] : [],
  ),
);

export const rangeOf = (key: string): Range | undefined => ofTheForm.get(key) ?? BEYOND_THE_FORM[key];
