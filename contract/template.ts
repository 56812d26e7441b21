// Owns the shapes of chat templates and model groups, the engine's own and the user's, in the engine's own words.
// Refuses Python: a template is data; code that comes with one is a plugin and needs consent.
import { z } from "zod";
import { GROUP_NAME, TEMPLATE_NAME } from "./addition-name.ts";

const Word = z.string().min(1).max(400);

/** Text that may hold {{content}}, the tokenizer's own begin or end token, or one token by its text. */
export const TemplateSlot = z.union([
  z.string().max(20_000),
  z.strictObject({ bos_token: z.null() }),
  z.strictObject({ eos_token: z.null() }),
  z.strictObject({ token: Word }),
]);
export type TemplateSlot = z.infer<typeof TemplateSlot>;
const Slots = z.array(TemplateSlot).max(64);

/** How pictures, videos and audio become tokens: one of the engine's plugins, or a user's. */
export const TemplatePlugin = z.object({
  name: Word,
  image_token: Word.nullish(),
  video_token: Word.nullish(),
  audio_token: Word.nullish(),
  vision_bos_token: Word.nullish(),
  vision_eos_token: Word.nullish(),
  audio_bos_token: Word.nullish(),
  audio_eos_token: Word.nullish(),
});
export type TemplatePlugin = z.infer<typeof TemplatePlugin>;

/** The arguments of LLaMA-Factory's register_template; what is left out is the engine's default. */
export const TemplateDefinition = z.strictObject({
  name: z.string().regex(TEMPLATE_NAME),
  format_user: Slots.optional(),
  format_assistant: Slots.optional(),
  format_system: Slots.optional(),
  format_function: Slots.optional(),
  format_observation: Slots.optional(),
  format_tools: Slots.optional(),
  format_prefix: Slots.optional(),
  /** How tools and tool calls are written; one of the engine's tool formats. */
  tool_format: Word.optional(),
  default_system: z.string().max(20_000).optional(),
  stop_words: z.array(Word).max(32).optional(),
  /** The words around thinking: ["<think>\n", "\n</think>\n\n"]. */
  thought_words: z.tuple([Word, Word]).optional(),
  tool_call_words: z.tuple([Word, Word]).optional(),
  efficient_eos: z.boolean().optional(),
  replace_eos: z.boolean().optional(),
  replace_jinja_template: z.boolean().optional(),
  enable_thinking: z.boolean().nullish(),
  preserve_thinking: z.boolean().optional(),
  mm_plugin: TemplatePlugin.optional(),
  /** plain, reasoning (thinks), llama2 (system text inside the first user turn), or another class of the engine. */
  template_class: Word.optional(),
});
export type TemplateDefinition = z.infer<typeof TemplateDefinition>;

const HubPaths = z.strictObject({
  huggingface: z.string().max(256).optional(),
  modelscope: z.string().max(256).optional(),
  modelers: z.string().max(256).optional(),
});

/** The arguments of LLaMA-Factory's register_model_group: names, with an id per hub. */
export const ModelGroupDefinition = z.strictObject({
  name: z.string().regex(GROUP_NAME),
  models: z.record(Word, HubPaths),
  template: z.string().max(64).nullish(),
  multimodal: z.boolean().optional(),
});
export type ModelGroupDefinition = z.infer<typeof ModelGroupDefinition>;

/** Where something comes from: the engine, our configs/ folder (an example), or the user's home. */
export const AdditionOrigin = z.enum(["engine", "example", "user"]);
export type AdditionOrigin = z.infer<typeof AdditionOrigin>;

export const TemplateEntry = z.object({
  origin: AdditionOrigin,
  definition: TemplateDefinition,
  /** The YAML file; null for the engine's own. */
  file: z.string().nullable(),
  /** Why it cannot be used: name taken, unknown plugin … */
  problem: z.string().nullable(),
});
export type TemplateEntry = z.infer<typeof TemplateEntry>;

export const ModelGroupEntry = z.object({
  origin: AdditionOrigin,
  definition: ModelGroupDefinition,
  file: z.string().nullable(),
  problem: z.string().nullable(),
});
export type ModelGroupEntry = z.infer<typeof ModelGroupEntry>;

/** A Python file of the user's that registers a new mm plugin. It runs in each run only after consent to this very text. */
export const PluginEntry = z.object({
  name: z.string(),
  file: z.string(),
  code: z.string(),
  sha256: z.string(),
  /** The plugin names that the file registers, read from its source. */
  registers: z.array(z.string()),
  consented: z.boolean(),
  problem: z.string().nullable(),
});
export type PluginEntry = z.infer<typeof PluginEntry>;

/** Everything a page needs to choose, show and add templates and groups of one engine. */
export const Additions = z.object({
  templates: z.array(TemplateEntry),
  groups: z.array(ModelGroupEntry),
  plugins: z.array(PluginEntry),
  /** What a definition may name: the engine's plugins, tool formats and template classes. */
  pluginNames: z.array(z.string()),
  toolFormats: z.array(z.string()),
  templateClasses: z.array(z.string()),
});
export type Additions = z.infer<typeof Additions>;

export const ChatTurn = z.object({
  role: z.enum(["user", "assistant", "function", "observation"]),
  content: z.string().max(100_000),
});
export type ChatTurn = z.infer<typeof ChatTurn>;

/** What to render: a template by name or as it is being written, and optionally the model whose own Jinja to compare with. */
export const RenderRequest = z.object({
  template: z.union([z.string(), TemplateDefinition]),
  system: z.string().max(20_000).optional(),
  /** JSON text, as in a dataset's `tools` column. */
  tools: z.string().max(100_000).optional(),
  turns: z.array(ChatTurn).min(1).max(200),
  thinking: z.boolean().optional(),
  /** A model folder on this machine, for its tokens and its own chat template. */
  model: z.string().max(4096).optional(),
});
export type RenderRequest = z.infer<typeof RenderRequest>;

export const RenderedPiece = z.object({
  text: z.string(),
  /**
   * token: a special token, or what looks like one; to a given model it is one only if it has exactly one id.
   * bos_token and eos_token stand by these names while no model is given. text: everything else.
   */
  kind: z.enum(["text", "token"]),
  /** Which part of the conversation wrote it. */
  part: z.enum(["prefix", "system", "tools", "user", "assistant", "function", "observation", "other"]),
  /** True where the model learns it. */
  learned: z.boolean(),
  /** Token ids, when a model was given. */
  ids: z.array(z.number()).optional(),
});
export type RenderedPiece = z.infer<typeof RenderedPiece>;

export const Rendering = z.object({
  pieces: z.array(RenderedPiece),
  /** The model's own chat template on the same conversation; null without a model or without a template in it. */
  jinja: z.object({ text: z.string(), same: z.boolean() }).nullable(),
  /** Why there is no `jinja` although a model was given. */
  jinjaProblem: z.string().nullable(),
  stopWords: z.array(z.string()),
});
export type Rendering = z.infer<typeof Rendering>;
