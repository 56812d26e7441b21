// Owns the part of a new definition that is the same for every format: the columns a set needs beyond its texts.
import type { Traits } from "./format.ts";
import { mediaColumn } from "./media-marks.ts";

export function sideColumns({ ranking, marked, tools, media }: Traits): Record<string, string> {
  return {
    ...(tools && { tools: "tools" }),
    ...Object.fromEntries(media.map((kind) => [mediaColumn[kind], mediaColumn[kind]])),
    ...(ranking && { chosen: "chosen", rejected: "rejected" }),
    ...(marked && { kto_tag: "label" }),
  };
}

/** Every tag by name: one that is left out would be unknown, and rows with it dropped. */
export const chatTags = {
  role_tag: "role",
  content_tag: "content",
  user_tag: "user",
  assistant_tag: "assistant",
  observation_tag: "tool",
  function_tag: "function",
  system_tag: "system",
} as const;
