// Owns what checkpoints an output folder holds and which of them a resume can use. Refuses links and half-written ones.
import { statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Checkpoint } from "../../contract/run.ts";
import type { CheckpointState } from "../engine-interface/check-context.ts";
import { listFolder } from "../files/list-folder.ts";
import { readJson } from "../files/read-json.ts";
import { completeWeights } from "./weights.ts";

const NAME = /^checkpoint-(\d+)$/;
/** What the optimizer's state is called: plain, FSDP, DeepSpeed. */
const OPTIMIZER = /^(optimizer\.(pt|bin)|optimizer_\d+|global_step\d+)$/;
const SCHEDULED_ELSEWHERE = /^global_step\d+$/;
const TrainerState = z.object({ global_step: z.number() });

/** Checkpoints in `outputDir`, the newest first. */
export async function listCheckpoints(outputDir: string | null): Promise<Checkpoint[]> {
  if (outputDir === null) return [];
  const found: Checkpoint[] = [];
  for (const entry of listFolder(outputDir)) {
    const step = NAME.exec(entry.name)?.[1];
    if (step !== undefined && entry.isDirectory())
      found.push(await inspect(join(outputDir, entry.name), entry.name, Number(step)));
  }
  return found.sort((a, b) => b.savedAt - a.savedAt || b.step - a.step);
}

/** The one a resume goes on from when nobody names another. */
export function newestComplete(checkpoints: readonly Checkpoint[]): Checkpoint | null {
  return checkpoints.find((checkpoint) => checkpoint.complete) ?? null;
}

/** Whether a run can go on from this folder. */
export async function checkpointState(path: string): Promise<CheckpointState> {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return "missing";
  return (await isComplete(path)) ? "whole" : "unfinished";
}

async function isComplete(path: string): Promise<boolean> {
  const files = listFolder(path).map((entry) => entry.name);
  return (
    readJson(join(path, "trainer_state.json"), TrainerState) !== null &&
    files.some((file) => OPTIMIZER.test(file)) &&
    files.some((file) => file === "scheduler.pt" || SCHEDULED_ELSEWHERE.test(file)) &&
    (await completeWeights(path)) !== null
  );
}

async function inspect(path: string, name: string, step: number): Promise<Checkpoint> {
  const complete = await isComplete(path);
  const state = statSync(join(path, "trainer_state.json"), { throwIfNoEntry: false });
  const savedAt = (state ?? statSync(path, { throwIfNoEntry: false }))?.mtimeMs ?? 0;
  return { name, path, step, bytes: folderBytes(path), savedAt, complete };
}

/** Bytes of all files below a folder, links not followed. */
export function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of listFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += folderBytes(path);
    else if (entry.isFile()) bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}
