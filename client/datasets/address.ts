// Owns what of the dataset screens stands in the address: which dataset, tab and row, or what is being added. Pure.
// Rows count from one in the address and on the screen, from zero everywhere else.
export const datasetTabs = [
  "conversations",
  "table",
  "search",
  "check",
  "statistics",
  "tokens",
  "translate",
  "definition",
] as const;
export type DatasetTab = (typeof datasetTabs)[number];

export const addSources = ["upload", "path", "text", "hub"] as const;
export type AddSource = (typeof addSources)[number];

export type DatasetAddress =
  | { kind: "list" }
  | { kind: "add"; source: AddSource; upload: string | null; dir: string | undefined }
  | { kind: "dataset"; name: string; dir: string | undefined; tab: DatasetTab; row: number };

type Query = { get(name: string): string | null };

export function readAddress(query: Query): DatasetAddress {
  const dir = query.get("dir") ?? undefined;
  const add = query.get("add");
  if (add !== null) {
    const source = addSources.find((each) => each === add) ?? "upload";
    return { kind: "add", source, upload: query.get("upload"), dir };
  }
  const name = query.get("name");
  if (!name) return { kind: "list" };
  const tab = datasetTabs.find((each) => each === query.get("tab")) ?? "conversations";
  return { kind: "dataset", name, dir, tab, row: readRow(query.get("row")) };
}

function readRow(text: string | null): number {
  const value = text === null ? 1 : Number(text);
  return Number.isSafeInteger(value) && value >= 1 ? value - 1 : 0;
}

type Place = { name: string; dir?: string; tab?: DatasetTab; row?: number };

export function datasetHref({ name, dir, tab, row }: Place): string {
  const query = new URLSearchParams({ name });
  if (dir !== undefined) query.set("dir", dir);
  if (tab !== undefined && tab !== "conversations") query.set("tab", tab);
  if (row !== undefined && row > 0) query.set("row", String(row + 1));
  return `/datasets/?${query}`;
}

export function addHref(source: AddSource, given: { upload?: string; dir?: string } = {}): string {
  const query = new URLSearchParams({ add: source });
  for (const [key, value] of Object.entries(given)) if (value !== undefined) query.set(key, value);
  return `/datasets/?${query}`;
}

export function newRunHref({ name, dir }: Pick<Place, "name" | "dir">, stage?: string): string {
  const more = { ...(dir !== undefined && { dir }), ...(stage !== undefined && { stage }) };
  return `/new/?${new URLSearchParams({ dataset: name, ...more })}`;
}
