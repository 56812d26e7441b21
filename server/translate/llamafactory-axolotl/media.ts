// Owns what a model with pictures needs beside its data. Refuses to translate pixel limits into image sizes: they are not
// (the other way a size is at least a number of pixels).
import type { ConfigDocument } from "../../../contract/config-document.ts";
import { numberOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, lost, type Move, type Rule, text } from "../rule.ts";

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

/** LLaMA-Factory has no word for no limit: more pixels than pictures for a training have. */
const NO_LIMIT = 4096 * 4096;

const isUnlimited = (doc: ConfigDocument) => (numberOf(doc, "image_max_pixels") ?? 0) >= NO_LIMIT;

/** Axolotl makes all pictures one size or leaves them alone; LLaMA-Factory keeps their shape and limits their pixels. */
function sizes(doc: ConfigDocument, isMultimodal: boolean): Move[] {
  const said = ["image_size", "image_resize_algorithm"].filter((key) => has(doc, key));
  const asked = doc.get("image_size");
  const [width, height] = Array.isArray(asked) ? asked : [asked, asked];
  if (typeof width === "number" && typeof height === "number")
    return [
      changed(
        said,
        { image_max_pixels: width * height, image_min_pixels: width * height },
        text(
          "As many pixels, in the picture's own shape; Axolotl fills pictures up to one shape with black, so the numbers of tokens need not agree.",
          "像素数相同但保持原有比例；Axolotl 会用黑边补成统一形状，因此 token 数不一定一致。",
        ),
      ),
    ];
  if (said.length > 0)
    return [
      lost(
        said,
        text("LLaMA-Factory makes pictures smaller in its own way.", "LLaMA-Factory 用自己的方式缩小图片。"),
      ),
    ];
  if (!isMultimodal) return [];
  return [
    added(
      [],
      { image_max_pixels: NO_LIMIT },
      text(
        "Written out: LLaMA-Factory would make pictures smaller than 768 × 768 pixels; Axolotl takes them as they are.",
        "写明：LLaMA-Factory 会把图片缩到 768×768 像素以内；Axolotl 用原图。",
      ),
    ),
  ];
}

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
    ...(isUnlimited(doc)
      ? [carried(["image_max_pixels"], {}, text("No limit on either side.", "两边都没有限制。"))]
      : []),
    ...LIMITS.filter((key) => has(doc, key) && (key !== "image_max_pixels" || !isUnlimited(doc))).map((key) =>
      lost(
        [key],
        text(
          "Axolotl has no such limit; image_size makes all pictures one size.",
          "Axolotl 没有此限制；image_size 会把所有图片变为同一尺寸。",
        ),
      ),
    ),
  ],
  back: ({ doc, isMultimodal }) => [
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
    ...sizes(doc, isMultimodal),
  ],
};

export const mediaRules: readonly Rule[] = [pictures];
