// Owns what a run has left behind that something can be made of. Pure.
import type { Artifact, Checkpoint, RunDetail } from "@/contract/run.ts";

type Results = Pick<RunDetail, "checkpoints" | "artifacts" | "summary">;

/** Newest first; only those from which training can go on. */
export function completeCheckpoints({ checkpoints }: Pick<RunDetail, "checkpoints">): Checkpoint[] {
  return checkpoints.filter((checkpoint) => checkpoint.complete).sort((a, b) => b.step - a.step);
}

/** Whether the run has a result of its own, next to checkpoints. */
export function hasResult({ artifacts }: Pick<RunDetail, "artifacts">): boolean {
  return artifacts.some(({ kind, name }) => (kind === "adapter" || kind === "model") && !name.includes("/"));
}

export function isMergeable(detail: Results): boolean {
  if (detail.summary.kind !== "train") return false;
  return hasResult(detail) || completeCheckpoints(detail).length > 0;
}

/** A full or freeze training has no adapter to merge; its model is exported as it is. */
export function isAdapterMethod(method: string | null): boolean {
  return method !== "full" && method !== "freeze";
}

/** The folder in which a file of the results lies. */
export function folderOf({ path, name }: Artifact): string {
  return path.endsWith(name) ? path.slice(0, -name.length).replace(/\/$/, "") : path;
}

/** Steps between two points, where the config says so. */
export function loggingSteps(config: string): number | null {
  const found = /^logging_steps:\s*([1-9]\d*)\s*(?:#.*)?$/m.exec(config)?.[1];
  return found === undefined ? null : Number(found);
}

/** What kind of training the config asks for under the key its engine has for that, where it says so. */
export function stageOf(config: string, key: string): string | null {
  const line = config.split("\n").find((each) => each.startsWith(`${key}:`));
  return line === undefined ? null : (/^\w+:\s*["']?(\w+)/.exec(line)?.[1] ?? null);
}
