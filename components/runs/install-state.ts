// Owns what an engine's health and its newest installation say together, as a union.
import type { EngineDescription, EngineHealth } from "@/contract/engine.ts";
import type { FailureReason, RunSummary } from "@/contract/run.ts";
import { isFinal } from "@/contract/run-status.ts";

export type InstallState =
  | { type: "ready"; version: string }
  /** `run` null: it has just begun and its row is not here yet. */
  | { type: "installing"; run: RunSummary | null }
  | { type: "missing"; stopped: boolean }
  | { type: "failed"; run: RunSummary; reason: FailureReason }
  | { type: "broken"; health: Extract<EngineHealth, { status: "broken" }> };

export function installStateOf(
  engine: Pick<EngineDescription, "id" | "health">,
  runs: readonly RunSummary[],
): InstallState {
  const { health } = engine;
  if (health.status === "ready") return { type: "ready", version: health.version };
  const newest = runs
    .filter((run) => run.kind === "setup" && run.engine === engine.id)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .at(0);
  if (newest && !isFinal(newest.state)) return { type: "installing", run: newest };
  if (newest?.state.status === "failed") return { type: "failed", run: newest, reason: newest.state.reason };
  if (health.status === "installing") return { type: "installing", run: null };
  if (health.status === "broken") return { type: "broken", health };
  return { type: "missing", stopped: newest?.state.status === "stopped" };
}
