// Owns what a registered dataset becomes in Axolotl's list: read as it is, through a copy, or not at all. Pure.
// As it is only where the engine means the same by the rows as the one they were registered for.
import type { DatasetMappingValues, DatasetStage } from "../../../contract/dataset-for-engine.ts";
import type { LocalText } from "../../../contract/text.ts";
import type { CopyLayout, DatasetMapping, DatasetShape } from "../../engine-interface/data.ts";
import { notes, reasons } from "./dataset-words.ts";

/** Words that the engine takes for a role without being told. */
const OWN_ROLES: Readonly<Record<string, string>> = {
  human: "user",
  user: "user",
  gpt: "assistant",
  assistant: "assistant",
  system: "system",
};

const isPreference = (stage: DatasetStage) => stage === "dpo" || stage === "orpo" || stage === "rm";

export function datasetMapping(shape: DatasetShape, stage: DatasetStage): DatasetMapping {
  const reason = unfitFor(shape, stage);
  if (reason !== null) return { kind: "unfit", reason };
  const found =
    stage === "pt" ? asCompletion(shape) : stage === "sft" ? forChat(shape) : forAnswers(shape, stage);
  if (found.kind === "translate" && shape.source === "hub") return { kind: "unfit", reason: reasons.hub };
  if (found.kind === "unfit" || shape.limit === null) return found;
  return { ...found, notes: [...found.notes, notes.limit] };
}

function unfitFor(shape: DatasetShape, stage: DatasetStage): LocalText | null {
  const { format, source, ranking, columns } = shape;
  if (source === "elsewhere") return reasons.elsewhere;
  if (format === null) return reasons.unreadable;
  const isMarked = columns.kto_tag != null;
  if (isPreference(stage) && !ranking) return reasons.noPairs;
  if (stage === "kto" && !isMarked) return reasons.noMarks;
  if (!isPreference(stage) && ranking) return reasons.hasPairs;
  if (stage === "pt") return format === "text" ? null : reasons.noText;
  if (format === "text") return reasons.noAnswers;
  if (stage === "sft") return isMarked ? reasons.hasMarks : null;
  return hasMedia(shape) ? reasons.media : null;
}

function hasMedia({ columns, seen }: DatasetShape): boolean {
  return seen.hasMedia || [columns.images, columns.videos, columns.audios].some((column) => column != null);
}

/** Where the rows are. */
function placeOf({
  source,
  path,
  files,
  fileType,
  subset,
  split,
  limit,
}: DatasetShape): DatasetMappingValues {
  const rows = limit === null ? "" : `[:${limit}]`;
  if (source === "hub")
    return { path, ...(subset !== null && { name: subset }), split: `${split ?? "train"}${rows}` };
  return {
    path,
    ds_type: fileType,
    ...(files.length > 0 && { data_files: [...files] }),
    split: `train${rows}`,
  };
}

function asCompletion(shape: DatasetShape): DatasetMapping {
  const field = shape.columns.prompt ?? "text";
  const mapping = { ...placeOf(shape), type: "completion", field };
  return { kind: "as-is", mapping, notes: [notes.completion] };
}

function copied(
  shape: DatasetShape,
  layout: CopyLayout,
  why: LocalText,
  how: DatasetMappingValues,
): DatasetMapping {
  const rest = { ...shape, source: "file", files: [], fileType: "json" } as const;
  return {
    kind: "translate",
    layout,
    mapping: (path) => ({ ...placeOf({ ...rest, path }), ...how }),
    notes: [why],
  };
}

function forChat(shape: DatasetShape): DatasetMapping {
  const { format, columns, tags, seen } = shape;
  const asMessages = { type: "chat_template", field_messages: "messages" };
  const copy = (why: LocalText) => copied(shape, "messages", why, asMessages);
  const copyOfParts = (why: LocalText) => copied(shape, "parts", why, asMessages);
  if (format !== "axolotl" && hasMedia(shape)) return copyOfParts(notes.marks);
  if (format === "alpaca") return copy(notes.alpaca);
  if (hasMedia(shape)) {
    const isPlain = tags.role_tag === "role" && tags.content_tag === "content" && hasOwnRoles(shape);
    if (!isPlain || seen.needsPaths) return copyOfParts(notes.paths);
  }
  // The engine reads columns of these names whether anybody named them or not.
  if (columns.system != null || seen.columns.has("system")) return copy(notes.system);
  const speaks = [...seen.roles].every((role) => ["user", "assistant", "system"].includes(role));
  if (columns.tools != null || seen.columns.has("tools") || !speaks) return copy(notes.tools);
  const { messages: field, role, content } = namesOf(shape);
  const mapping = {
    ...placeOf(shape),
    type: "chat_template",
    field_messages: field,
    ...((role !== "role" || content !== "content") && { message_property_mappings: { role, content } }),
    ...(!hasOwnRoles(shape) && { roles: rolesOf(shape) }),
  };
  return { kind: "as-is", mapping, notes: shape.source === "hub" ? [notes.unseen] : [] };
}

function forAnswers(shape: DatasetShape, stage: DatasetStage): DatasetMapping {
  if (stage === "kto") return copied(shape, "marked", notes.kto, { type: "chatml.argilla_chat" });
  if (stage === "rm") return copied(shape, "answers", notes.answers, { type: "bradley_terry.chat_template" });
  if (stage === "orpo") return copied(shape, "conversations", notes.pairs, { type: "chat_template.argilla" });
  const { format, columns, seen } = shape;
  const { messages: field, role, content } = namesOf(shape);
  // Of a mapping of names, or of roles, its loader for pairs keeps nothing.
  const isPlain =
    (format === "sharegpt" || format === "openai") &&
    role === "role" &&
    content === "content" &&
    tagsAreOwn(shape, (tag, own) => tag === own) &&
    columns.system == null &&
    columns.tools == null &&
    [...seen.roles].every((each) => ["user", "assistant", "system"].includes(each));
  const type = "chat_template.default";
  if (!isPlain) return copied(shape, "pairs", notes.pairs, { type });
  const { chosen, rejected } = columns;
  const mapping = {
    ...placeOf(shape),
    type,
    field_messages: field,
    field_chosen: chosen ?? "chosen",
    field_rejected: rejected ?? "rejected",
  };
  return { kind: "as-is", mapping, notes: shape.source === "hub" ? [notes.unseen] : [] };
}

function namesOf({ columns, tags }: DatasetShape) {
  return {
    messages: columns.messages ?? "messages",
    role: tags.role_tag ?? "role",
    content: tags.content_tag ?? "content",
  };
}

function tagsAreOwn({ tags }: DatasetShape, fits: (tag: string, own: string) => boolean): boolean {
  return (["user", "assistant", "system"] as const).every((own) => {
    const tag = tags[`${own}_tag`];
    return tag == null || fits(tag, own);
  });
}

const hasOwnRoles = (shape: DatasetShape) => tagsAreOwn(shape, (tag, own) => OWN_ROLES[tag] === own);

function rolesOf({ tags }: DatasetShape): Record<string, string[]> {
  const own = ["user", "assistant", "system"] as const;
  return Object.fromEntries(
    own.flatMap((role) => {
      const tag = tags[`${role}_tag`];
      return tag == null ? [] : [[role, [tag]]];
    }),
  );
}
