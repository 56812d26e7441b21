// Owns where merges and exports may write: a folder of their own, new or empty. Refuses to write over or into anything.
import { existsSync, readdirSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { RunKind } from "../../contract/run.ts";
import { LIVE } from "../../contract/run-status.ts";
import { isWithin, settled } from "../files/inside.ts";
import { StudioError } from "../studio-error.ts";
import type { RunStore } from "./store.ts";

/** The folder a new model is written to when nobody names one: exports/<name>, numbered where that is taken. */
export function freeTarget(store: RunStore, exportsDir: string, name: string): string {
  // No blanks: some launchers of engines split their command at them.
  const stem =
    name
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}._-]+/gu, "-")
      .replace(/^[-.]+|-+$/g, "") || "model";
  const promised = promisedTargets(store);
  for (let count = 1; ; count += 1) {
    const path = join(exportsDir, count === 1 ? stem : `${stem}-${count}`);
    if (!existsSync(path) && !promised.includes(path)) return path;
  }
}

/** Throws when `target` overlaps one of the folders a merge reads from. */
export async function refuseOverlap(target: string, sources: readonly string[]): Promise<void> {
  if (!isAbsolute(target)) throw notUsable(target, "The path must be absolute.");
  const there = await settled(target);
  for (const source of sources) {
    if (!isAbsolute(source) || !existsSync(source)) continue;
    const here = await settled(source);
    if (isWithin(here, there) || isWithin(there, here))
      throw notUsable(target, `It overlaps ${source}, which the merge reads from.`);
  }
}

/** Throws when something is there already, or another run that has not ended is to write there. */
export async function refuseTakenTarget(store: RunStore, target: string | null): Promise<void> {
  if (target === null) return;
  const stat = statSync(target, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory()) throw notUsable(target, "There is a file of this name.");
  if (stat && readdirSync(target).length > 0) throw notUsable(target, "It exists and has files in it.");
  if (promisedTargets(store).includes(target))
    throw notUsable(target, "Another run is going to write there.");
}

/** Kinds of runs whose result lies where a person may say. */
export const WRITES_A_MODEL: readonly RunKind[] = ["merge", "export", "quantize"];

function promisedTargets(store: RunStore): string[] {
  return store
    .byStatus(["queued", ...LIVE])
    .filter(({ head }) => WRITES_A_MODEL.includes(head.kind))
    .map(({ standing }) => standing.outputDir)
    .filter((path) => path !== null);
}

function notUsable(target: string, reason: string): StudioError {
  return new StudioError({
    code: "output.not-empty",
    message: `The result cannot be written to ${target}.`,
    reason,
    hint: "Choose another folder, or empty this one.",
  });
}
