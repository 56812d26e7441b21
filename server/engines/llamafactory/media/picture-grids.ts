// Owns the numbers that the engine's plugin would find by decoding a picture, from its size alone: whole sets are counted so.
// Refuses models and options that arithmetic does not cover: null, and the engine decodes.
import type { Engine } from "../../../engine-interface/engine.ts";
import { imageReader, USUAL_LIMITS } from "./image-reader.ts";
import { imageTokens } from "./image-tokens.ts";

const numberIn = (value: unknown, usual: number) => (typeof value === "number" ? value : usual);

export const pictureGrids: NonNullable<Engine["pictureGrids"]> = (folder, options) => {
  const reader = imageReader(folder);
  if (reader === null || options.image_do_pan_and_scan === true) return null;
  const limits = {
    maxPixels: numberIn(options.image_max_pixels, USUAL_LIMITS.maxPixels),
    minPixels: numberIn(options.image_min_pixels, USUAL_LIMITS.minPixels),
  };
  if (reader.family === "llava") return () => ({ height: reader.height, width: reader.width });
  return (size) => imageTokens(size, reader, limits)?.grid ?? null;
};
