// Owns rows of a dataset as an engine that takes mappings finds them: as they are, or as its copy would hold them.
// Throws engine.refused where the engine has no use for the dataset.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { DatasetStage } from "../../../contract/dataset-for-engine.ts";
import type { Engine } from "../../engine-interface/engine.ts";
import { StudioError } from "../../studio-error.ts";
import { copyWriter } from "../for-engine/copy-rows.ts";
import { shapeOf } from "../for-engine/shape.ts";
import { stageFor } from "../formats/check-definition.ts";
import { formatOf } from "../formats/index.ts";
import { isObject } from "../formats/value-kind.ts";
import type { RecordReader } from "../record-file.ts";

type Source = {
  dir: string;
  definition: DatasetDefinition;
  files: readonly { path: string }[];
  reader: RecordReader;
};

type MappedRows = {
  /** Beside the settings: the entry of a config, and whether rows hold media. */
  question: Record<string, unknown>;
  write(row: unknown): { row: unknown } | { reason: string };
};

/** Null for engines that read definitions themselves. */
export async function mappedRows(
  engine: Engine,
  source: Source,
  stage: DatasetStage,
): Promise<MappedRows | null> {
  if (!engine.datasetMapping) return null;
  const shape = await shapeOf(source, source);
  const plan = engine.datasetMapping(shape, stage);
  if (plan.kind === "unfit") throw new StudioError({ code: "engine.refused", message: plan.reason.en });
  const { images, videos, audios } = shape.columns;
  const sees = shape.seen.hasMedia || [images, videos, audios].some((column) => column != null);
  const mapping = plan.kind === "as-is" ? plan.mapping : plan.mapping(shape.path);
  return {
    question: { mapping, sees },
    write: plan.kind === "as-is" ? (row) => ({ row }) : writerOf(source, plan.layout),
  };
}

function writerOf(
  { dir, definition }: Source,
  layout: Parameters<typeof copyWriter>[0],
): MappedRows["write"] {
  const format = formatOf(definition);
  const write = copyWriter(layout, definition, dir);
  const context = {
    stage: stageFor(definition),
    strictJson: false,
    media: () => ({ status: "cannot-tell" }) as const,
  };
  return (row) => {
    const fault = format?.validate(row, definition, context).find(({ severity }) => severity === "error");
    const conversation = fault === undefined ? format?.toMessages(row, definition) : null;
    if (!conversation || !isObject(row))
      return { reason: fault?.message ?? "The row cannot be read as a conversation." };
    const { value, lost } = write(conversation, row);
    return value === null
      ? { reason: `The row has no place in the copy: ${lost.join("; ")}.` }
      : { row: value };
  };
}
