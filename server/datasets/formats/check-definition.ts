// Owns what can be wrong with a definition itself, and with the stage it is meant for. The findings stand at row 0.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { makeFault } from "./faults.ts";
import type { Fault, Stage } from "./format.ts";
import { type ColumnName, layoutOf, type TagName } from "./layout.ts";

const FORMATTINGS = ["alpaca", "sharegpt", "openai", "axolotl"];

/** What a dataset is for, where nobody says: what its definition can be used for. */
export function stageFor(definition: DatasetDefinition): Stage {
  const { columns, ranking, formatting } = layoutOf(definition);
  if (ranking) return "rm";
  if (columns.kto_tag !== null) return "kto";
  const isText = formatting === "alpaca" && columns.response === null;
  return isText ? "pt" : "sft";
}

export function checkDefinition(definition: DatasetDefinition, stage: Stage): Fault[] {
  const layout = layoutOf(definition);
  const faults: Fault[] = [];
  if (!FORMATTINGS.includes(layout.formatting)) {
    return [makeFault("definition.formatting", "formatting", { formatting: layout.formatting })];
  }
  const isChat = layout.formatting !== "alpaca";
  const needColumn = (column: ColumnName) => {
    if (layout.columns[column] === null) faults.push(makeFault("definition.column", "columns", { column }));
  };
  const needTag = (tag: TagName) => {
    if (layout.tags[tag] === null) faults.push(makeFault("definition.tag", "tags", { tag }));
  };
  if (isChat) {
    needColumn("messages");
    for (const tag of ["role_tag", "content_tag", "user_tag", "assistant_tag"] as const) needTag(tag);
    if (layout.tags.system_tag === null)
      faults.push(makeFault("definition.system-tag", "tags", { tag: "system_tag" }));
  } else if (layout.columns.prompt === null && layout.columns.query === null) needColumn("prompt");
  if (layout.ranking) {
    needColumn("chosen");
    needColumn("rejected");
  }
  if (layout.formatting === "openai") faults.push(makeFault("definition.openai", "formatting"));
  return [...faults, ...checkStage(definition, stage, isChat)];
}

function checkStage(definition: DatasetDefinition, stage: Stage, isChat: boolean): Fault[] {
  const { columns, ranking } = layoutOf(definition);
  const needsPairs = stage === "rm" || stage === "dpo";
  if (needsPairs !== ranking) return [makeFault(ranking ? "stage.ranking" : "stage.not-ranking", "ranking")];
  if (stage === "kto" && columns.kto_tag === null) return [makeFault("stage.no-kto-tag", "columns")];
  if (stage === "sft" && columns.kto_tag !== null) return [makeFault("stage.kto", "columns.kto_tag")];
  const hasAnswers = isChat || columns.response !== null;
  if (stage === "pt" && hasAnswers) return [makeFault("stage.pretraining", "columns")];
  if ((stage === "sft" || stage === "kto") && !hasAnswers) return [makeFault("stage.no-answers", "columns")];
  return [];
}
