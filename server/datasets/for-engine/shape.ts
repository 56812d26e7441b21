// Owns what an engine is told of a registered dataset before it says how it would take it. Looks at the first rows only.
import { extname, isAbsolute, resolve } from "node:path";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { DatasetShape } from "../../engine-interface/data.ts";
import { columnsOf, valuesOf } from "../columns.ts";
import { isAddress, mediaKindOf, sourceOf as sourceOfPart } from "../formats/content-parts.ts";
import { formatOf } from "../formats/index.ts";
import { type Layout, layoutOf } from "../formats/layout.ts";
import { roleOf } from "../formats/roles.ts";
import { isObject, isTruthy } from "../formats/value-kind.ts";
import type { RecordReader } from "../record-file.ts";
import { sourceOf } from "../registry/source.ts";

const LOOKED_AT = 200;
const LOADERS: Readonly<Record<string, string>> = {
  ".json": "json",
  ".jsonl": "json",
  ".csv": "csv",
  ".parquet": "parquet",
  ".arrow": "arrow",
  ".txt": "text",
};
const NOTHING = { columns: new Set<string>(), roles: new Set<string>(), hasMedia: false, needsPaths: false };

/** `opened` null: its rows are not on this machine. */
export async function shapeOf(
  { dir, definition }: { dir: string; definition: DatasetDefinition },
  opened: { files: readonly { path: string }[]; reader: RecordReader } | null,
): Promise<DatasetShape> {
  const layout = layoutOf(definition);
  const source = sourceOf(definition)?.source;
  const path = resolve(dir, definition.file_name ?? "");
  const files = opened?.files.map((file) => file.path) ?? [];
  return {
    format: formatOf(definition)?.id ?? null,
    source: source === "file" ? "file" : definition.hf_hub_url !== undefined ? "hub" : "elsewhere",
    path: opened === null ? (definition.hf_hub_url ?? path) : path,
    files: files.length === 1 && files[0] === path ? [] : files,
    fileType: LOADERS[extname(files[0] ?? path).toLowerCase()] ?? "json",
    subset: definition.subset ?? null,
    split: definition.split ?? null,
    ranking: layout.ranking,
    columns: layout.columns,
    tags: layout.tags,
    limit: definition.num_samples ?? null,
    seen: opened === null ? NOTHING : look(valuesOf(await opened.reader.read(0, LOOKED_AT)), layout),
  };
}

function look(rows: readonly unknown[], layout: Layout): DatasetShape["seen"] {
  const roles = new Set<string>();
  let hasMedia = false;
  let needsPaths = false;
  const { messages: column, images } = layout.columns;
  const { role_tag: roleKey, content_tag: contentKey } = layout.tags;
  for (const row of rows.filter(isObject)) {
    if (layout.formatting === "axolotl" && images !== null && isTruthy(row[images])) {
      hasMedia = true;
      needsPaths = true;
    }
    const list = layout.formatting === "alpaca" || column === null ? [] : row[column];
    for (const message of Array.isArray(list) ? list.filter(isObject) : []) {
      const role = roleKey === null ? null : roleOf(message[roleKey], layout);
      roles.add(isTruthy(message.tool_calls) ? "function" : (role ?? "unknown"));
      const content = contentKey === null ? null : message[contentKey];
      for (const part of Array.isArray(content) ? content.filter(isObject) : []) {
        const kind = mediaKindOf(part);
        if (kind === null) continue;
        hasMedia = true;
        const found = sourceOfPart(part, kind);
        const isOff = found?.from === "path" && !isAbsolute(found.source) && !isAddress(found.source);
        needsPaths ||= isOff || found === null;
      }
    }
  }
  return { columns: new Set(columnsOf(rows).map(({ name }) => name)), roles, hasMedia, needsPaths };
}
