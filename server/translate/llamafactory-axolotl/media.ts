// Owns what a model with pictures needs beside its data. Refuses to translate pixel limits into image sizes: they are not.
import { added, carried, changed, has, lost, type Rule, text } from "../rule.ts";

const LIMITS = [
  "image_max_pixels",
  "image_min_pixels",
  "image_do_pan_and_scan",
  "crop_to_patches",
  "video_max_pixels",
  "video_min_pixels",
  "video_fps",
  "video_maxlen",
  "use_audio_in_video",
  "audio_sampling_rate",
];
const NEEDED = {
  processor_type: "AutoProcessor",
  skip_prepare_dataset: true,
  remove_unused_columns: false,
  sample_packing: false,
};

const pictures: Rule = {
  topic: "media",
  keys: [LIMITS, ["processor_type", "skip_prepare_dataset", "image_size", "image_resize_algorithm"]],
  there: ({ doc, isMultimodal }) => [
    ...(isMultimodal
      ? [
          added(
            [],
            NEEDED,
            text(
              "Axolotl prepares pictures while it trains and must be told; LLaMA-Factory does so by itself.",
              "Axolotl 在训练中处理图片，需要写明；LLaMA-Factory 会自动处理。",
            ),
          ),
        ]
      : []),
    ...(isMultimodal && !has(doc, "image_max_pixels")
      ? [
          changed(
            ["image_max_pixels"],
            {},
            text(
              "LLaMA-Factory makes pictures smaller than 768 × 768 pixels; Axolotl takes them as they are, so they cost more tokens. Set image_size for small ones.",
              "LLaMA-Factory 会把图片缩到 768×768 像素以内；Axolotl 用原图，占用更多 token。可设 image_size 缩小。",
            ),
          ),
        ]
      : []),
    ...LIMITS.filter((key) => has(doc, key)).map((key) =>
      lost(
        [key],
        text(
          "Axolotl has no such limit; image_size makes all pictures one size.",
          "Axolotl 没有此限制；image_size 会把所有图片变为同一尺寸。",
        ),
      ),
    ),
  ],
  back: ({ doc }) => [
    ...["processor_type", "skip_prepare_dataset"]
      .filter((key) => has(doc, key))
      .map((key) =>
        carried(
          [key],
          {},
          text(
            "LLaMA-Factory does so by itself for a model with pictures.",
            "对多模态模型 LLaMA-Factory 会自动处理。",
          ),
        ),
      ),
    ...["image_size", "image_resize_algorithm"]
      .filter((key) => has(doc, key))
      .map((key) =>
        lost(
          [key],
          text(
            "LLaMA-Factory limits pixels instead: image_max_pixels and image_min_pixels.",
            "LLaMA-Factory 改用像素上限：image_max_pixels 和 image_min_pixels。",
          ),
        ),
      ),
  ],
};

export const mediaRules: readonly Rule[] = [pictures];
