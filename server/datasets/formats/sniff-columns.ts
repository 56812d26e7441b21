// Owns finding columns by their usual names and by what stands in them.
import { mediaColumn, mediaKinds } from "./media-marks.ts";
import { isObject, parseJson } from "./value-kind.ts";

type Test = (value: unknown) => boolean;

export const isText: Test = (value) => typeof value === "string";
export const isVerdict: Test = (value) => typeof value === "boolean";

const isSources: Test = (value) =>
  isText(value) ||
  (Array.isArray(value) && value.every((each) => isText(each) || Array.isArray(each) || isObject(each)));
const isTools: Test = (value) =>
  Array.isArray(value) || (isText(value) && Array.isArray(parseJson(String(value))));

/** The first of the names that is a column of which at least one row has such a value, and no row another. */
export function pickColumn(
  rows: readonly unknown[],
  columns: readonly string[],
  names: readonly string[],
  test: Test,
): string | null {
  const byLower = new Map(columns.map((column) => [column.toLowerCase(), column]));
  for (const name of names) {
    const column = byLower.get(name);
    if (column === undefined) continue;
    const values = valuesOf(rows, column);
    if (values.length > 0 && values.every(test)) return column;
  }
  return null;
}

export function valuesOf(rows: readonly unknown[], column: string): unknown[] {
  return rows
    .map((row) => (isObject(row) ? row[column] : undefined))
    .filter((value) => value !== null && value !== undefined);
}

const MEDIA_NAMES = {
  images: ["images", "image", "image_path", "image_paths"],
  videos: ["videos", "video", "video_path", "video_paths"],
  audios: ["audios", "audio", "audio_path", "audio_paths"],
} as const;

/** The columns that may stand beside the texts of any format. */
export function pickSideColumns(
  rows: readonly unknown[],
  columns: readonly string[],
): Record<string, string> {
  const found: Record<string, string | null> = {
    system: pickColumn(rows, columns, ["system", "system_prompt"], isText),
    tools: pickColumn(rows, columns, ["tools", "functions"], isTools),
    kto_tag: pickColumn(
      rows,
      columns,
      ["kto_tag", "label", "liked", "completion_label", "desirable"],
      isVerdict,
    ),
  };
  for (const kind of mediaKinds) {
    const column = mediaColumn[kind];
    found[column] = pickColumn(rows, columns, MEDIA_NAMES[column], isSources);
  }
  return withoutNull(found);
}

export function withoutNull(columns: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => (column === null ? [] : [[name, column]])),
  );
}

export function sideReasons(side: Readonly<Record<string, string>>): string[] {
  const list = Object.values(side).map((column) => `“${column}”`);
  return list.length === 0 ? [] : [`Beside them: ${list.join(", ")}.`];
}
