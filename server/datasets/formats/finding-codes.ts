// Owns every fault a dataset can have: how bad it is, its plain English words, and what a rewrite would do about it.
// "error": LLaMA-Factory drops the row or dies at it. "warning": it trains, but hardly as meant.

type Severity = "error" | "warning";

/** `fix` null: only a person can tell what was meant. `{name}` is a parameter of the finding. */
type Fault = { severity: Severity; message: string; fix: string | null };

const error = (message: string, fix: string | null = null): Fault => ({ severity: "error", message, fix });
const warning = (message: string, fix: string | null = null): Fault => ({
  severity: "warning",
  message,
  fix,
});

const LEFT_OUT = "The row is left out.";
const REMOVED = "The characters are removed.";

const faults = {
  "record.unreadable": error("This record cannot be read: {why}", LEFT_OUT),
  "record.cut": error("This record is larger than {limit}; nothing that long can be trained on.", LEFT_OUT),
  "record.not-an-object": error("A row must be an object with named columns; this is {kind}.", LEFT_OUT),
  "record.empty": error("This row has nothing in the columns that the dataset names.", LEFT_OUT),
  "record.repeated": warning("The same row came before.", "The later copies are left out."),
  "json.broken": error("This is not valid JSON: {why}. The whole file fails to load.", LEFT_OUT),
  "json.torn": error("The last line breaks off. The whole file fails to load.", LEFT_OUT),
  "json.not-a-number": warning("NaN and Infinity are not JSON.", "They become null."),
  "json.duplicate-key": error(
    "The key “{key}” occurs twice in one object. A JSONL file with it fails to load; elsewhere the last one counts.",
    "The last one is kept.",
  ),
  "json.too-deep": error("The values are nested {depth} levels deep; the loader stops at that.", LEFT_OUT),
  "text.encoding": error(
    "These bytes are not UTF-8. The whole file fails to load.",
    "Unreadable bytes become �.",
  ),
  "text.replacement": warning("The text holds �: it was damaged when its encoding was changed."),
  "text.nul": warning("The text holds NUL characters.", REMOVED),
  "text.control": warning("The text holds control characters.", REMOVED),
  "text.raw-control": error(
    "A control character stands in a string without an escape. A JSONL file with it fails to load.",
    REMOVED,
  ),
  "text.surrogate": error(
    "The text holds half of a character pair. A JSONL file with it fails to load.",
    "The half becomes �.",
  ),
  "column.mixed": error(
    "“{column}” is {kind} here and {usual} before. The loader refuses a column of two kinds.",
  ),
  "column.absent": error("No row has the column “{column}” that the dataset names."),
  "definition.formatting": error("LLaMA-Factory knows no formatting “{formatting}”."),
  "definition.column": error(
    "columns names no “{column}”. Once columns is given, only what it names is read.",
  ),
  "definition.tag": error("tags names no “{tag}”. Once tags is given, only what it names is known."),
  "definition.system-tag": warning(
    "tags names no system_tag: every row that begins with a system turn is dropped.",
    "The new dataset names it.",
  ),
  "definition.openai": warning(
    "formatting: openai adds “detailed thinking off” to the system prompt of every row without tools.",
    "The new dataset is sharegpt with tags, which adds nothing.",
  ),
  "stage.ranking": error("A set of preference pairs can be used for reward modelling and DPO only."),
  "stage.not-ranking": error("Reward modelling and DPO need preference pairs: ranking: true."),
  "stage.kto": error("Rows with a verdict (kto_tag) are dropped in this stage."),
  "stage.no-kto-tag": error(
    "KTO needs a verdict per row: columns names no kto_tag. Every row would be dropped.",
  ),
  "stage.no-answers": error("The dataset names no column with answers. Every row would be dropped."),
  "stage.pretraining": warning(
    "Pre-training learns only the first text of a conversation, and nothing after.",
  ),
  "turn.none": error("There are no turns.", LEFT_OUT),
  "turn.not-a-list": error("The turns must be a list of objects; this is {kind}."),
  "turn.not-an-object": error("A turn must be an object with a role and a text; this is {kind}."),
  "turn.role-missing": error("This turn has no “{key}”, which says whose it is."),
  "turn.role-unknown": error(
    "The role “{role}” is not one of the dataset's tags ({tags}).",
    "Well-known names of roles become the dataset's tags.",
  ),
  "turn.order": error("A turn of “{role}” cannot stand here: {wanted} is expected. The row is dropped."),
  "turn.odd": error(
    "The number of turns is odd: the last question has no answer. The row is dropped.",
    "The last question is left out.",
  ),
  "turn.even": error("A preference pair needs a question at the end; these turns end with an answer."),
  "turn.content-missing": error("This turn has no “{key}”."),
  "turn.content-kind": error("The text of a turn must be text; this is {kind}."),
  "turn.empty": warning("This turn is empty."),
  "turn.reply-lost": warning("The tool's reply at the end is not read: no turn follows it."),
  "system.late": error("A system turn stands first or not at all. The row is dropped."),
  "system.tag-missing": error(
    "The row begins with a system turn, but tags names no system_tag. The row is dropped.",
    "The new dataset names it.",
  ),
  "system.kind": error("The system prompt must be text; this is {kind}."),
  "prompt.kind": error("“{column}” must be text; this is {kind}.", "Numbers become text."),
  "prompt.empty": warning("The question is empty."),
  "answer.missing": error("There is no answer. The row is dropped.", LEFT_OUT),
  "answer.empty": warning("The answer is empty.", LEFT_OUT),
  "answer.repeated": warning("The same answer was given before in this row."),
  "history.kind": warning("history must be a list of pairs; this is {kind} and is not read."),
  "history.pair": error("An entry of history must be a pair of texts: question and answer."),
  "pair.missing": error("“{column}” is missing or not {wanted}. The row is dropped.", LEFT_OUT),
  "pair.role": error("The role “{role}” of “{column}” is not an answering one."),
  "pair.same": warning("The chosen and the rejected answer are the same.", LEFT_OUT),
  "kto.tag": error(
    "The verdict “{column}” must be true or false; this is {kind}. The row is dropped.",
    "0, 1 and the words become true and false.",
  ),
  "function.json": error(
    "A function turn must be JSON with name and arguments, or a list of them. Training dies at it.",
  ),
  "function.kind": error("A function turn must be JSON text; this is {kind}.", "It is written as JSON text."),
  "tools.json": error("tools must be a JSON list of function descriptions as text. Training dies at it."),
  "tools.kind": error("tools must be JSON text; this is {kind}.", "It is written as JSON text."),
  "tool-call.broken": error("An entry of tool_calls needs a function with name and arguments."),
  "tool-call.arguments": warning(
    "The arguments of this call are text: the model would learn them with quotes around.",
    "They become an object.",
  ),
  "media.count": error("The texts have {marks} × <{media}>, the list has {given}. Training dies at it."),
  "media.in-answer": error(
    "An answer holds <{media}>, which counts as one more {media}. Training dies at it.",
  ),
  "media.mark-in-answer": warning("An answer holds <{media}>: the {media} is put into the answer."),
  "media.unlisted": warning("The text holds <{media}> and the dataset names no {media} column."),
  "media.bare": warning("A list of paths is expected; this is one bare string.", "It becomes a list of one."),
  "media.kind": error("A path is expected; this is {kind}."),
  "media.missing": error("There is no file {source} in the dataset's folder."),
  "media.unreadable": error("The file {source} cannot be read: {why}."),
  "media.outside": warning("{source} lies outside the dataset's folder: training reads it, Anneal does not."),
  "media.url": warning("{source} is an address: training fetches it from the network each time."),
  "media.url-refused": error("{source} is an address; LLaMA-Factory opens files only."),
  "part.kind": error("A part of a message must be an object with a type; this is {kind}."),
  "part.type": error("“{type}” is no type of part: text, image, video or audio."),
  "part.text": error("A text part needs its “text”."),
  "part.source": error("This {media} part says nowhere where the {media} is."),
  "part.base64": error("The base64 of this {media} is damaged: {why}."),
} as const satisfies Record<string, Fault>;

export type FindingCode = keyof typeof faults;

export function faultOf(code: FindingCode): Fault {
  return faults[code];
}

export const findingCodes = Object.keys(faults).filter((code): code is FindingCode => code in faults);

export function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(faults, code);
}
