// Owns how a definition changes in a form: what is emptied is left to the engine again. Refuses to judge.
import type { TemplateDefinition } from "@/contract/template.ts";

export const SLOT_KEYS = [
  "format_prefix",
  "format_system",
  "format_user",
  "format_assistant",
  "format_function",
  "format_observation",
] as const satisfies readonly (keyof TemplateDefinition)[];
export type SlotKey = (typeof SLOT_KEYS)[number];

export const PLUGIN_TOKENS = [
  "image_token",
  "video_token",
  "audio_token",
  "vision_bos_token",
  "vision_eos_token",
  "audio_bos_token",
  "audio_eos_token",
] as const satisfies readonly (keyof NonNullable<TemplateDefinition["mm_plugin"]>)[];

export const FLAGS = [
  "replace_eos",
  "efficient_eos",
  "replace_jinja_template",
  "preserve_thinking",
] as const satisfies readonly (keyof TemplateDefinition)[];

/** The engine's default of these is off; that of enable_thinking is on, so its "off" says something. */
const isOffByDefault = (key: string) => FLAGS.some((flag) => flag === key);

function isEmpty([key, value]: [string, unknown]): boolean {
  if (value === false) return isOffByDefault(key);
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Keys without a value are left out, so that the YAML says only what was said. */
export function changed(
  definition: TemplateDefinition,
  change: Partial<TemplateDefinition>,
): TemplateDefinition {
  const { name, ...rest } = { ...definition, ...change };
  const kept = Object.fromEntries(Object.entries(rest).filter((entry) => !isEmpty(entry)));
  return { ...kept, name };
}

/** Both or none: the engine wants the pair. */
export function pairOf(first: string, second: string): [string, string] | undefined {
  return first === "" && second === "" ? undefined : [first, second];
}
