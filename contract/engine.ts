// Owns what an engine tells about itself: health, model groups, templates, form fields. Refuses engine-specific shapes.
import { z } from "zod";
import { DatasetStage } from "./dataset-for-engine.ts";
import { ErrorCode } from "./errors.ts";
import { GpuModelId } from "./gpu-model.ts";
import { Problem } from "./problem.ts";
import { RunId, RunKind } from "./run.ts";
import { AdditionOrigin } from "./template.ts";
import { LocalText, TextParams } from "./text.ts";

export const EngineId = z.string().min(1).max(64);
export type EngineId = z.infer<typeof EngineId>;

export const EngineHealth = z.discriminatedUnion("status", [
  z.object({ status: z.literal("missing") }),
  z.object({ status: z.literal("installing"), runId: RunId }),
  z.object({
    status: z.literal("ready"),
    python: z.string(),
    version: z.string(),
    packages: z.record(z.string(), z.string()),
  }),
  z.object({
    status: z.literal("broken"),
    python: z.string(),
    /** What is wrong, for a page in another language than the message's, with what fills its words. */
    why: z.enum(["no-python", "old-python", "absent", "unreadable", "no-import"]).optional(),
    params: TextParams.optional(),
    message: z.string(),
    hint: z.string(),
    details: z.string(),
  }),
]);
export type EngineHealth = z.infer<typeof EngineHealth>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

export const FieldControl = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("number"),
    integer: z.boolean(),
    min: z.number().optional(),
    max: z.number().optional(),
    /** True when `min` itself is not allowed. */
    minExclusive: z.boolean().optional(),
    /** How the number is written: 5.0e-5 rather than 0.00005. */
    notation: z.enum(["plain", "scientific"]).optional(),
    unit: LocalText.optional(),
  }),
  z.object({
    type: z.literal("choice"),
    options: z.array(z.object({ value: z.string(), label: LocalText })),
    /** The options are the usual ones; the engine takes others as well. */
    open: z.boolean().optional(),
  }),
  z.object({ type: z.literal("switch") }),
  /** `lines`: it may have several. */
  z.object({ type: z.literal("text"), placeholder: z.string().optional(), lines: z.boolean().optional() }),
  /** Several words of a few, or names of datasets there are; one is written as a word, several as a list. */
  z.object({
    type: z.literal("words"),
    options: z.union([z.array(z.object({ value: z.string(), label: LocalText })), z.literal("datasets")]),
  }),
  /** The folder of a checkpoint: one of a past run's, or any path. */
  z.object({ type: z.literal("checkpoint"), placeholder: z.string().optional() }),
  /** Any YAML value on one line: a word, a number, {a: 1}, [a, b]. */
  z.object({ type: z.literal("value"), placeholder: z.string().optional() }),
]);
export type FieldControl = z.infer<typeof FieldControl>;

/** One hyperparameter of the form. `path` is its key in the engine's YAML; `engineDefault` is what the engine takes without it. */
export const FieldSpec = z.object({
  path: z.string(),
  group: z.string(),
  label: LocalText,
  help: LocalText,
  control: FieldControl,
  engineDefault: Scalar.nullable(),
  /** Basic: what most people set. Advanced: the rest of what has words of ours. */
  level: z.enum(["basic", "advanced"]),
  /** Shown only while another key has one of these values, and that key's own field is shown, if it has one. */
  when: z.object({ path: z.string(), oneOf: z.array(Scalar) }).optional(),
});
export type FieldSpec = z.infer<typeof FieldSpec>;

export const FieldGroup = z.object({ id: z.string(), label: LocalText, open: z.boolean() });
export type FieldGroup = z.infer<typeof FieldGroup>;

/** Which YAML keys play the roles the launch form knows by name. */
export const ConfigRoles = z.object({
  model: z.string(),
  template: z.string(),
  datasets: z.string(),
  /** Empty where each dataset says itself where it is. */
  datasetDir: z.string(),
  stage: z.string(),
  method: z.string(),
  outputDir: z.string(),
  /** Where data that was prepared before lies; left out by engines that prepare none. */
  preparedDir: z.string().optional(),
});
export type ConfigRoles = z.infer<typeof ConfigRoles>;

/** A kind of training or a method. An empty value means: without the key. `unavailable`: why this engine cannot run it although it knows the word. */
export const ConfigChoice = z.object({
  value: z.string(),
  label: LocalText,
  help: LocalText,
  unavailable: LocalText.optional(),
  /** Of a kind of training: what a dataset must be fit for. */
  data: DatasetStage.optional(),
});
export type ConfigChoice = z.infer<typeof ConfigChoice>;

/** One key of the config that holds datasets. */
export const DatasetKey = z.object({ path: z.string(), label: LocalText, help: LocalText });
export type DatasetKey = z.infer<typeof DatasetKey>;

/** Where datasets are mappings: the keys that hold lists of them, the role's own first, and what one of them may say. */
export const DatasetMappings = z.object({
  keys: z.array(DatasetKey),
  /** `path` is a key of the mapping; "type.format" stands in a mapping inside it, and shows while there is one. */
  fields: z.array(FieldSpec),
  /** What a mapping added by its path says beside it: the values of all whose pattern fits the path, and the stage if given. */
  starts: z.array(
    z.object({
      path: z.string(),
      stages: z.array(DatasetStage).optional(),
      values: z.record(z.string(), z.string()),
    }),
  ),
});
export type DatasetMappings = z.infer<typeof DatasetMappings>;

export const EngineDescription = z.object({
  id: EngineId,
  name: z.string(),
  pinnedVersion: z.string(),
  health: EngineHealth,
  /** The kinds of runs it has. */
  kinds: z.array(RunKind),
  roles: ConfigRoles,
  /** Names of a dataset list, or one mapping of keys per dataset. */
  datasetForm: z.enum(["names", "mappings"]),
  /**
   * The key that names modules of the model, every key that decides what it matches, and those that a better value for it
   * makes needless; left out where nobody can show what matches.
   */
  targets: z
    .object({ field: z.string(), reads: z.array(z.string()), clears: z.array(z.string()) })
    .optional(),
  /** GPUs it can judge a config for without having one. */
  judgesFor: z.array(GpuModelId).optional(),
  /** Left out where datasets go by name. */
  mappings: DatasetMappings.optional(),
  /** Which template goes with a model, for engines whose catalogue does not tell: a pattern over its name or architecture in
   * lower case, with dashes; null is none by name. The first that fits counts; an empty pattern fits what can chat. */
  templateHints: z.array(z.object({ model: z.string(), template: z.string().nullable() })).optional(),
  /** A training's settings on the command line: a flag for each, or only a file of them. */
  trainTakes: z.enum(["flags", "file"]).optional(),
  /** What a person types before the flags of a training: the engine's own program. */
  trainCommand: z.array(z.string()),
  /** What the engine takes when none is named is the empty one, else the first; so it is with methods. */
  stages: z.array(ConfigChoice),
  methods: z.array(ConfigChoice),
  groups: z.array(FieldGroup),
  fields: z.array(FieldSpec),
});
export type EngineDescription = z.infer<typeof EngineDescription>;

export const CatalogModel = z.object({
  name: z.string(),
  hub: z.object({
    huggingface: z.string().optional(),
    modelscope: z.string().optional(),
    modelers: z.string().optional(),
  }),
  template: z.string().nullable(),
  multimodal: z.boolean(),
  /** Never trained to chat; left out it is what has no template. */
  base: z.boolean().optional(),
});
export type CatalogModel = z.infer<typeof CatalogModel>;

export const ModelGroup = z.object({
  id: z.string(),
  models: z.array(CatalogModel),
  template: z.string().nullable(),
  multimodal: z.boolean(),
  /** Left out for the engine's own. */
  origin: AdditionOrigin.optional(),
});
export type ModelGroup = z.infer<typeof ModelGroup>;

export const ChatTemplate = z.object({
  name: z.string(),
  multimodal: z.boolean(),
  plugin: z.string().nullable(),
  reasoning: z.boolean(),
  /** Left out for the engine's own. */
  origin: AdditionOrigin.optional(),
});
export type ChatTemplate = z.infer<typeof ChatTemplate>;

/** What the installed engine knows, read from its own source; `version` is that engine's. */
export const EngineCatalog = z.object({
  engine: EngineId,
  version: z.string(),
  groups: z.array(ModelGroup),
  templates: z.array(ChatTemplate),
});
export type EngineCatalog = z.infer<typeof EngineCatalog>;

/** One key the engine's parser knows, as the installed engine tells it. */
export const EngineArgument = z.object({
  name: z.string(),
  /** The engine's own group: model, data, training, finetuning, generating. */
  of: z.string(),
  /** The heading inside it, where the engine has one: lora, rlhf, galore … */
  section: z.string().nullable(),
  kind: z.enum(["boolean", "integer", "number", "text", "any"]),
  nullable: z.boolean(),
  choices: z.array(z.string()).nullable(),
  default: Scalar.nullable(),
  /** The engine's own help, in English. */
  help: z.string(),
});
export type EngineArgument = z.infer<typeof EngineArgument>;

/** What the engine's own parser says of a whole config. */
export const EngineVerdict = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("accepted"),
    ms: z.number(),
    /** What it takes, and does otherwise than people mean. */
    remarks: z.array(Problem).optional(),
  }),
  z.object({ status: z.literal("refused"), ms: z.number(), problem: Problem }),
  /** The engine is missing or broken, or its helper could not be asked. */
  z.object({ status: z.literal("unavailable"), message: z.string(), code: ErrorCode.optional() }),
]);
export type EngineVerdict = z.infer<typeof EngineVerdict>;
