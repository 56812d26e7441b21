// Owns a run's folder as the store sees it: spec.json and state.json, made whole, read with care, moved to the trash.
// Refuses to touch what engines write.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { RunId } from "../../contract/run.ts";
import { syncFolder, writeJson } from "../files/atomic.ts";
import { readJson } from "../files/read-json.ts";
import { RunAsked, RunStanding } from "./record.ts";

const SPEC = "spec.json";
const STATE = "state.json";
const UNFINISHED = /^\.[0-9A-Z]{26}\.new$/;

export function createFolder(runs: string, asked: RunAsked, standing: RunStanding): void {
  const unfinished = join(runs, `.${asked.id}.new`);
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeJson(join(unfinished, SPEC), asked);
  writeJson(join(unfinished, STATE), standing);
  renameSync(unfinished, join(runs, asked.id));
  syncFolder(runs);
}

export function readAsked(folder: string): RunAsked | null {
  return readJson(join(folder, SPEC), RunAsked);
}

export function readStanding(folder: string): RunStanding | null {
  return readJson(join(folder, STATE), RunStanding);
}

/** Writes state.json and answers its time. A folder that somebody deleted is not brought back. */
export function writeStanding(folder: string, standing: RunStanding): number {
  if (!existsSync(folder)) return 0;
  writeJson(join(folder, STATE), standing);
  return stateTime(folder);
}

export function stateTime(folder: string): number {
  return statSync(join(folder, STATE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Ids of the run folders that are there; what a crash left half-made is removed. */
export function runFolders(runs: string): string[] {
  const names = readdirSync(runs);
  for (const name of names)
    if (UNFINISHED.test(name)) rmSync(join(runs, name), { recursive: true, force: true });
  return names.filter((name) => RunId.safeParse(name).success);
}

/** Numbers of the attempts that have a folder, in order. */
export function attemptNumbers(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => /^attempt-([1-9]\d{0,5})$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}

export function moveToTrash(folder: string, trash: string, name: string): void {
  if (!existsSync(folder)) return;
  mkdirSync(trash, { recursive: true, mode: 0o700 });
  renameSync(folder, join(trash, name));
}
