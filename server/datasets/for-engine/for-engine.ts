// Owns giving a registered dataset to an engine, through a translated copy where it needs one, and the way back from a path
// of a config to the dataset. Refuses to know an engine's keys: the engine tells them.
import { resolve } from "node:path";
import type { DatasetForEngine, DatasetForEngineRequest } from "../../../contract/dataset-for-engine.ts";
import type { LocalText } from "../../../contract/text.ts";
import type { EngineHost } from "../../engine-interface/host.ts";
import type { MappedDataset } from "../../services.ts";
import { isStudioError } from "../../studio-error.ts";
import { openDataset } from "../open-dataset.ts";
import type { Reading } from "../records/open-records.ts";
import type { Registry } from "../registry/registry.ts";
import { sourceOf } from "../registry/source.ts";
import type { Copies, CopyNote } from "./copies.ts";
import { shapeOf } from "./shape.ts";

type Files = { registry: Registry; reading: Reading; copies: Copies };

export async function forEngine(
  files: Files,
  engines: Pick<EngineHost, "get">,
  { engine: id, dataset: name, dir, stage }: DatasetForEngineRequest,
): Promise<DatasetForEngine> {
  const engine = engines.get(id);
  if (!engine.datasetMapping)
    return unfit(`${engine.name} takes datasets by their names.`, `${engine.name} 按名称使用数据集。`);
  const found = await files.registry.find(name, dir);
  const isFile = sourceOf(found.definition)?.source === "file";
  const opened = isFile ? await openDataset(files, name, dir) : null;
  const shape = await shapeOf(found, opened);
  const plan = engine.datasetMapping(shape, stage);
  if (plan.kind !== "translate" || opened === null) {
    await opened?.reader.close();
    if (plan.kind === "unfit") return { status: "unfit", reason: plan.reason };
    if (plan.kind === "as-is")
      return { status: "ready", mapping: plan.mapping, translated: false, notes: plan.notes };
    return unfit("Its rows are not on this machine.", "它的数据不在本机上。");
  }
  const state = await files.copies.ask(opened, plan.layout);
  if (state.status === "writing") return { status: "translating", done: state.done, total: state.total };
  if (state.status === "failed")
    return unfit(`The copy could not be written: ${state.message}`, `无法写入副本：${state.message}`);
  const { note, path } = state;
  if (note.written === 0)
    return unfit(
      `No row of it can be translated. ${leftOut(note)}`,
      `其中没有任何一行可以转换。${leftOut(note)}`,
    );
  return {
    status: "ready",
    mapping: plan.mapping(path),
    translated: true,
    notes: [...plan.notes, ...lossOf(note)],
  };
}

const unfit = (en: string, zh: string): DatasetForEngine => ({ status: "unfit", reason: { en, zh } });

const leftOut = ({ lost }: CopyNote) =>
  lost
    .slice(0, 3)
    .map(({ what, rows }) => `${rows}× ${what}`)
    .join("; ");

function lossOf(note: CopyNote): LocalText[] {
  if (note.dropped === 0) return [];
  const all = note.written + note.dropped;
  const why = leftOut(note);
  return [
    {
      en: `${note.dropped} of ${all} rows are left out${why === "" ? "." : `: ${why}.`}`,
      zh: `${all} 行中有 ${note.dropped} 行被略过${why === "" ? "。" : `：${why}。`}`,
    },
  ];
}

/** Which registered dataset a path of a mapping stands for; null where it is none's. */
export async function datasetOfMapping(files: Files, given: string): Promise<MappedDataset | null> {
  const path = resolve(given);
  const note = files.copies.noteOf(path);
  if (note !== null) return ofCopy(files, path, note);
  for (const dir of files.registry.dirs.all()) {
    const { datasets } = await files.registry.list(dir);
    const entry = datasets.find(
      ({ source, file }) => source === "file" && file !== null && resolve(dir, file) === path,
    );
    if (entry !== undefined)
      return { name: entry.name, dir, translated: false, state: "current", rows: entry.rows };
  }
  return null;
}

async function ofCopy(files: Files, path: string, note: CopyNote): Promise<MappedDataset> {
  const { name, dir, layout, written } = note;
  const found = { name, dir, translated: true, rows: written } as const;
  try {
    const opened = await openDataset(files, name, dir);
    const isCurrent = files.copies.isCurrent(path, opened, layout);
    await opened.reader.close();
    return { ...found, state: isCurrent ? "current" : "stale" };
  } catch (error) {
    if (!isStudioError(error)) throw error;
    return { ...found, state: "unregistered" };
  }
}
