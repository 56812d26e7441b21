// Owns where the data of a registered dataset comes from, in the engine's order of precedence, and its files on this machine.
// Refuses folders that mix types, as the engine does.
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { DatasetEntry } from "../../../contract/library.ts";
import { FILE_TYPES, fileTypeOf } from "../records/file-type.ts";

export type Source = { source: DatasetEntry["source"]; file: string | null };

export function sourceOf(definition: DatasetDefinition): Source | null {
  const { hf_hub_url, ms_hub_url, om_hub_url, script_url, cloud_file_name, file_name } = definition;
  if (hf_hub_url ?? ms_hub_url ?? om_hub_url) return { source: "hub", file: null };
  if (script_url !== undefined) return { source: "script", file: script_url };
  if (cloud_file_name !== undefined) return { source: "cloud", file: null };
  return file_name === undefined ? null : { source: "file", file: file_name };
}

export type DataFile = { name: string; path: string; bytes: number };
export type DataFiles = { files: DataFile[]; problem: string | null };

/** The files of a path (a full one, or from `dir` on) in the order of their names. */
export async function filesOf(dir: string, name: string): Promise<DataFiles> {
  const unusable = (problem: string): DataFiles => ({ files: [], problem });
  const path = resolve(dir, name);
  const info = name.includes("\0") ? null : await stat(path).catch(() => null);
  if (!info) return unusable(`The file ${name} is not there.`);
  const isFolder = info.isDirectory();
  // Reading a pipe or a device would never end.
  if (!isFolder && !info.isFile()) return unusable(`${name} is neither a file nor a folder.`);
  const names = isFolder ? (await readdir(path)).sort() : [""];
  const types = new Set(names.map((file) => (fileTypeOf(file || path) ?? "").replace("jsonl", "json")));
  const [type] = types;
  if (type === undefined) return unusable(`The folder ${name} is empty.`);
  if (types.size > 1) return unusable(`The folder ${name} mixes file types; the engine wants one.`);
  if (type === "") return unusable(`${name} is not of a type the engine reads (${FILE_TYPES.join(", ")}).`);
  const files = await Promise.all(
    names.map(async (file) => {
      const own = isFolder ? join(path, file) : path;
      return { name: isFolder ? join(name, file) : name, path: own, bytes: (await stat(own)).size };
    }),
  );
  return { files, problem: null };
}
