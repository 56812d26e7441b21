// Owns checking what somebody names on a command line: a registered dataset, or a file. Needs no server.
import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { CheckResult, Scan } from "../../../contract/dataset-scan.ts";
import { isStudioError, StudioError } from "../../studio-error.ts";
import type { DatasetFiles } from "../dataset-service.ts";
import type { Stage } from "../formats/format.ts";
import { guessFile } from "../guess.ts";
import { openDataset, openFiles } from "../open-dataset.ts";
import type { ScanSource } from "./scan-source.ts";
import { createScans } from "./scans.ts";

export type Target = { word: string; dir: string | undefined; stage: Stage | undefined };

export type CheckedTarget = {
  dataset: string;
  dir: string;
  definition: DatasetDefinition;
  /** Why this definition, where there was no entry to read it from. */
  guessed: string[] | null;
  result: CheckResult;
};

const LOOK_MS = 100;

export async function checkTarget(
  files: DatasetFiles,
  target: Target,
  onProgress: (scan: Scan) => void,
): Promise<CheckedTarget> {
  const { source, guessed } = await findTarget(files, target);
  const scans = createScans({
    open: async () => source,
    isTaken: async () => false,
    register: async () => undefined,
  });
  try {
    let scan = await scans.start(source.name, source.dir, { kind: "check", stage: target.stage });
    for (; scan.state.status === "running"; scan = scans.get(scan.id)) {
      onProgress(scan);
      await pause(LOOK_MS);
    }
    const { state, result } = scan;
    if (result?.kind === "check" && state.status === "done")
      return { dataset: source.name, dir: source.dir, definition: source.definition, guessed, result };
    const [message, hint] =
      state.status === "failed" ? [state.message, state.hint] : ["The check did not end."];
    throw new StudioError({ code: "dataset.unreadable", message, ...(hint !== undefined && { hint }) });
  } finally {
    await scans.close();
  }
}

/** A name in the folder given, or in any folder in use; else a path. */
async function findTarget(
  files: DatasetFiles,
  { word, dir }: Target,
): Promise<{ source: ScanSource; guessed: string[] | null }> {
  const folders = dir === undefined ? files.registry.dirs.all() : [resolve(dir)];
  for (const folder of folders) {
    try {
      return { source: await openDataset(files, word, folder), guessed: null };
    } catch (error) {
      if (!isStudioError(error) || error.body.code !== "dataset.not-found") throw error;
    }
  }
  const path = resolve(dir ?? ".", word);
  if ((await stat(path).catch(() => null)) !== null) return openFile(files, path);
  throw new StudioError({
    code: "dataset.not-found",
    message: `There is no dataset and no file ${word}.`,
    reason: `Looked in ${folders.join(", ")}, and for ${path}.`,
    hint: "anneal datasets lists what is registered; --dir names another folder.",
  });
}

/** With the entry of its own folder that names it, else with what it looks like. */
async function openFile(files: DatasetFiles, path: string) {
  const dir = dirname(path);
  const { datasets } = await files.registry.list(dir);
  const entry = datasets.find(
    ({ source, file }) => source === "file" && file !== null && resolve(dir, file) === path,
  );
  if (entry !== undefined) return { source: await openDataset(files, entry.name, dir), guessed: null };
  const { definition, reasons, problems } = await guessFile(path, dir, files.reading);
  const opened = await openFiles(dir, basename(path), files.reading);
  return {
    source: { name: basename(path), dir, definition, files: opened.files, reader: opened.reader },
    guessed: reasons.length > 0 ? reasons : problems,
  };
}
