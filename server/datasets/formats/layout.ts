// Owns reading a definition as the engine does: once `columns` or `tags` is given, every name it leaves out is unknown.
import type { DatasetDefinition } from "../../../contract/dataset.ts";

const COLUMNS = {
  prompt: "instruction",
  query: "input",
  response: "output",
  history: null,
  messages: "conversations",
  system: null,
  tools: null,
  images: null,
  videos: null,
  audios: null,
  chosen: null,
  rejected: null,
  kto_tag: null,
} as const satisfies Record<string, string | null>;

const TAGS = {
  role_tag: "from",
  content_tag: "value",
  user_tag: "human",
  assistant_tag: "gpt",
  observation_tag: "observation",
  function_tag: "function_call",
  system_tag: "system",
} as const satisfies Record<string, string | null>;

export type ColumnName = keyof typeof COLUMNS;
export type TagName = keyof typeof TAGS;

export type Layout = {
  formatting: string;
  ranking: boolean;
  columns: Readonly<Record<ColumnName, string | null>>;
  tags: Readonly<Record<TagName, string | null>>;
  /** The columns of a row that are read at all. */
  read: ReadonlySet<string>;
};

const known = new WeakMap<DatasetDefinition, Layout>();

export function layoutOf(definition: DatasetDefinition): Layout {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const layout = readLayout(definition);
  known.set(definition, layout);
  return layout;
}

function readLayout(definition: DatasetDefinition): Layout {
  const formatting = definition.formatting ?? "alpaca";
  const columns = choose(COLUMNS, definition.columns);
  const isChat = formatting !== "alpaca";
  const isPair = definition.ranking === true;
  const unread: ColumnName[] = isChat ? ["prompt", "query", "response", "history"] : ["messages"];
  unread.push(...(isPair ? (["response"] as const) : (["chosen", "rejected"] as const)));
  const names = columnNames.filter((name) => !unread.includes(name));
  return {
    formatting,
    ranking: isPair,
    columns,
    tags: choose(TAGS, definition.tags),
    read: new Set(names.flatMap((name) => columns[name] ?? [])),
  };
}

const columnNames = keysOf(COLUMNS);

function choose<Name extends string>(
  defaults: Readonly<Record<Name, string | null>>,
  given: Readonly<Record<string, string | null>> | undefined,
): Readonly<Record<Name, string | null>> {
  if (given === undefined) return defaults;
  const chosen: Record<Name, string | null> = { ...defaults };
  for (const name of keysOf(defaults)) chosen[name] = given[name] ?? null;
  return chosen;
}

function keysOf<Name extends string>(record: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(record).filter((key): key is Name => key in record);
}
