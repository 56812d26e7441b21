// Owns how many tokens a picture becomes, from its width and height alone, for families whose rule is arithmetic.
// Refuses to open pictures; image-tokens.test.ts holds every rule equal to the engine's own plugin.
import type { ImageReader, PixelLimits } from "./image-reader.ts";

export type Size = { width: number; height: number };

/** `grid`: the numbers the engine's plugin would have found by decoding the picture; null where it needs none. */
export type ImageTokens = { tokens: number; grid: Readonly<Record<string, number>> | null };

/** Python's round(): halves go to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

const scaled = ({ width, height }: Size, factor: number): Size => ({
  width: Math.trunc(width * factor),
  height: Math.trunc(height * factor),
});

/**
 * What the engine does to every picture first: llamafactory/data/mm_plugin.py, MMPluginMixin._preprocess_image.
 * Down to image_max_pixels, then up to image_min_pixels, both with the aspect kept.
 */
export function beforehand(size: Size, { maxPixels, minPixels }: PixelLimits): Size {
  let now = size;
  if (now.width * now.height > maxPixels) now = scaled(now, Math.sqrt(maxPixels / (now.width * now.height)));
  if (now.width * now.height < minPixels) now = scaled(now, Math.sqrt(minPixels / (now.width * now.height)));
  return now;
}

/** mm_plugin.py, Qwen2VLPlugin._preprocess_image: no side under 28, no picture longer than 200 to 1. */
function forQwen(size: Size): Size {
  let { width, height } = size;
  if (Math.min(width, height) < 28) {
    width = Math.max(width, 28);
    height = Math.max(height, 28);
  }
  if (width / height > 200) width = height * 180;
  if (height / width > 200) height = width * 180;
  return { width, height };
}

/**
 * transformers/models/qwen2_vl/image_processing_qwen2_vl.py, smart_resize: to multiples of patch·merge (28 for Qwen2-VL,
 * 32 for Qwen3-VL) within the processor's own limits. Tokens: grid_t·grid_h·grid_w / merge², where grid_t is 1.
 */
function qwen(size: Size, reader: Extract<ImageReader, { family: "qwen_vl" }>): ImageTokens {
  const { width, height } = forQwen(size);
  const factor = reader.patch * reader.merge;
  let tall = roundHalfEven(height / factor) * factor;
  let wide = roundHalfEven(width / factor) * factor;
  if (tall * wide > reader.maxPixels) {
    const beta = Math.sqrt((height * width) / reader.maxPixels);
    tall = Math.max(factor, Math.floor(height / beta / factor) * factor);
    wide = Math.max(factor, Math.floor(width / beta / factor) * factor);
  } else if (tall * wide < reader.minPixels) {
    const beta = Math.sqrt(reader.minPixels / (height * width));
    tall = Math.ceil((height * beta) / factor) * factor;
    wide = Math.ceil((width * beta) / factor) * factor;
  }
  const grid_h = Math.floor(tall / reader.patch);
  const grid_w = Math.floor(wide / reader.patch);
  const tokens = Math.floor((grid_h * grid_w) / reader.merge ** 2);
  return { tokens, grid: { grid_t: 1, grid_h, grid_w } };
}

/**
 * mm_plugin.py, LlavaPlugin.process_messages: every picture is cut to one size, so every count is the same:
 * (height/patch)·(width/patch) + additional, less 1 where the features are selected by "default".
 */
function llava(reader: Extract<ImageReader, { family: "llava" }>): ImageTokens {
  const patches = Math.floor(reader.height / reader.patch) * Math.floor(reader.width / reader.patch);
  return { tokens: patches + reader.additional - (reader.isDefault ? 1 : 0), grid: null };
}

/**
 * transformers/models/pixtral/image_processing_pixtral.py, get_resize_output_image_size: within the longest edge, up to
 * whole patches. Tokens (mm_plugin.py, PixtralPlugin): rows·(columns + 1), the last of each row a break or the end.
 */
function pixtral(size: Size, reader: Extract<ImageReader, { family: "pixtral" }>): ImageTokens | null {
  const ratio = Math.max(size.height / reader.longest, size.width / reader.longest);
  const inside = (side: number) => (ratio > 1 ? Math.floor(side / ratio) : side);
  const whole = (side: number) => (Math.floor((inside(side) - 1) / reader.step) + 1) * reader.step;
  const height = whole(size.height);
  const width = whole(size.width);
  const rows = Math.floor(height / reader.patch);
  const columns = Math.floor(width / reader.patch);
  // So narrow that nothing of it is left: the engine dies of it.
  if (rows <= 0 || width <= 0) return null;
  return { tokens: rows * (columns + 1), grid: { height, width } };
}

/** Null for a picture that the engine cannot read in this family. */
export function imageTokens(size: Size, reader: ImageReader, limits: PixelLimits): ImageTokens | null {
  const now = beforehand(size, limits);
  switch (reader.family) {
    case "qwen_vl":
      return qwen(now, reader);
    case "llava":
      return llava(reader);
    case "gemma3":
      // mm_plugin.py, Gemma3Plugin.process_messages: the processor's full_image_sequence, the same for every picture.
      return { tokens: reader.tokens, grid: null };
    case "pixtral":
      return pixtral(now, reader);
  }
}
