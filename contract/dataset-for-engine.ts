// Owns what a registered dataset becomes in an engine's config: its mapping, the copy that is being written, or why neither.
import { z } from "zod";
import { DatasetName } from "./dataset.ts";
import { LocalText } from "./text.ts";

/** What a dataset is trained for. Pairs of answers are `dpo` whatever the loss; only ORPO may want another layout. */
export const DatasetStage = z.enum(["pt", "sft", "rm", "dpo", "orpo", "kto"]);
export type DatasetStage = z.infer<typeof DatasetStage>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const ScalarOrList = z.union([Scalar, z.array(Scalar)]);

/** One entry of the engine's list of datasets, in its own keys. */
export const DatasetMappingValues = z.record(
  z.string(),
  z.union([ScalarOrList, z.record(z.string(), ScalarOrList)]),
);
export type DatasetMappingValues = z.infer<typeof DatasetMappingValues>;

export const DatasetForEngineRequest = z.object({
  engine: z.string().max(64),
  dataset: DatasetName,
  /** The dataset folder; the home's own when left out. */
  dir: z.string().max(4096).optional(),
  stage: DatasetStage,
});
export type DatasetForEngineRequest = z.infer<typeof DatasetForEngineRequest>;

export const DatasetForEngine = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("ready"),
    mapping: DatasetMappingValues,
    /** The mapping names a copy in the engine's layout, not the dataset's own file. */
    translated: z.boolean(),
    /** What is worth knowing: why there is a copy, what it does not hold. */
    notes: z.array(LocalText),
  }),
  /** The copy is being written; the same question is asked again until it is ready. Bytes of the dataset. */
  z.object({ status: z.literal("translating"), done: z.number(), total: z.number().nullable() }),
  z.object({ status: z.literal("unfit"), reason: LocalText }),
]);
export type DatasetForEngine = z.infer<typeof DatasetForEngine>;
