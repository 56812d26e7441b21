// Owns what a model folder says of how its pictures become tokens: the family and its numbers, from the processor's files.
// Refuses families whose count is no arithmetic on sizes: null, and the engine has to be asked.
import { join } from "node:path";
import { z } from "zod";
import { createRemembered, jsonOf } from "../../../engine-kit/remembered.ts";

export type PixelLimits = { maxPixels: number; minPixels: number };
/** The engine's image_max_pixels and image_min_pixels where a config leaves them out. */
export const USUAL_LIMITS: PixelLimits = { maxPixels: 768 * 768, minPixels: 32 * 32 };

export type ImageReader =
  | { family: "qwen_vl"; patch: number; merge: number; minPixels: number; maxPixels: number }
  | { family: "llava"; height: number; width: number; patch: number; additional: number; isDefault: boolean }
  | { family: "gemma3"; tokens: number }
  /** `step`: what a side is rounded up to; `patch`: what one token covers. */
  | { family: "pixtral"; longest: number; step: number; patch: number };

const Edges = z.object({
  shortest_edge: z.number().optional(),
  longest_edge: z.number().optional(),
  height: z.number().optional(),
  width: z.number().optional(),
});
const Square = z.union([z.number(), z.object({ height: z.number(), width: z.number() })]);
const Images = z.object({
  patch_size: Square.optional(),
  merge_size: z.number().optional(),
  min_pixels: z.number().nullish(),
  max_pixels: z.number().nullish(),
  size: z.union([z.number(), Edges]).optional(),
  crop_size: Square.nullish(),
  do_center_crop: z.boolean().nullish(),
  image_seq_length: z.number().optional(),
});
const Processor = z.object({
  processor_class: z.string().optional(),
  image_processor: Images.optional(),
  patch_size: Square.nullish(),
  spatial_merge_size: z.number().optional(),
  num_additional_image_tokens: z.number().optional(),
  vision_feature_select_strategy: z.string().nullish(),
  image_seq_length: z.number().optional(),
});

const parse = <T>(schema: z.ZodType<T>) =>
  createRemembered((text) => schema.safeParse(jsonOf(text)).data ?? null);
const readProcessor = parse(Processor);
// Older folders keep the picture's part in a file of its own.
const readImages = parse(Images.extend({ processor_class: z.string().optional() }));

type Found = z.infer<typeof Processor> & { images: z.infer<typeof Images> };

const side = (square: z.infer<typeof Square> | null | undefined): number | null =>
  typeof square === "number" ? square : square?.height === square?.width ? (square?.height ?? null) : null;
const edges = ({ size }: z.infer<typeof Images>) => (typeof size === "object" ? size : undefined);

function qwen({ images }: Found, usual: { patch: number; min: number; max: number }): ImageReader | null {
  const size = edges(images);
  return {
    family: "qwen_vl",
    patch: side(images.patch_size) ?? usual.patch,
    merge: images.merge_size ?? 2,
    minPixels: images.min_pixels ?? size?.shortest_edge ?? usual.min,
    maxPixels: images.max_pixels ?? size?.longest_edge ?? usual.max,
  };
}

function llava(found: Found): ImageReader | null {
  const { images } = found;
  const patch = side(found.patch_size);
  const size = edges(images);
  const crop = images.crop_size;
  const cut = typeof crop === "number" ? { height: crop, width: crop } : crop;
  const shape = images.do_center_crop !== false && cut ? cut : size;
  if (patch === null || shape?.height === undefined || shape.width === undefined) return null;
  return {
    family: "llava",
    height: shape.height,
    width: shape.width,
    patch,
    additional: found.num_additional_image_tokens ?? 0,
    isDefault: found.vision_feature_select_strategy === "default",
  };
}

function pixtral(found: Found): ImageReader | null {
  const step = side(found.images.patch_size) ?? 16;
  const size = edges(found.images);
  const longest = size?.longest_edge ?? (size?.height === size?.width ? size?.height : undefined) ?? 1024;
  return {
    family: "pixtral",
    longest,
    step,
    patch: (side(found.patch_size) ?? 16) * (found.spatial_merge_size ?? 1),
  };
}

/** Null for models without pictures, and for families that only the engine can count for. */
export function imageReader(folder: string): ImageReader | null {
  const processor = readProcessor(join(folder, "processor_config.json"));
  const apart = readImages(join(folder, "preprocessor_config.json"));
  const images = processor?.image_processor ?? apart;
  if (!images) return null;
  const found = { ...processor, images };
  switch (processor?.processor_class ?? apart?.processor_class) {
    case "Qwen2VLProcessor":
    case "Qwen2_5_VLProcessor":
      return qwen(found, { patch: 14, min: 56 * 56, max: 28 * 28 * 1280 });
    case "Qwen3VLProcessor":
      return qwen(found, { patch: 16, min: 256 * 256, max: 4096 * 4096 });
    case "LlavaProcessor":
      return llava(found);
    case "Gemma3Processor":
      return {
        family: "gemma3",
        tokens: found.image_seq_length ?? images.image_seq_length ?? 256,
      };
    case "PixtralProcessor":
      return pixtral(found);
    default:
      return null;
  }
}
