// Owns the end of an attempt: gathers what is known, has it judged, stores it, cleans up after a merge.
// Refuses to decide itself how it ended.
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { EngineHost } from "../engine-interface/host.ts";
import type { Executor, ExitRecord } from "../executors/executor.ts";
import type { HomePaths } from "../home.ts";
import type { Changes } from "./changes.ts";
import { listCheckpoints, newestComplete } from "./checkpoints.ts";
import { readableTail } from "./failure.ts";
import { forAttempt } from "./figures.ts";
import type { Verdict } from "./lifecycle.ts";
import type { Run, RunStore } from "./store.ts";
import { WRITES_A_MODEL } from "./target.ts";
import { type Gone, judge } from "./verdict.ts";

const TAIL_BYTES = 64 * 1024;

export type Settler = ReturnType<typeof createSettler>;

export function createSettler(context: {
  store: RunStore;
  engines: EngineHost;
  executor: Executor;
  paths: HomePaths;
  now: () => number;
  changes: Changes;
  /** A lane may be free again. */
  onEnd: () => void;
  report: (error: unknown) => void;
}) {
  const { store, engines, executor, paths, changes, now, onEnd, report } = context;

  async function logTail(run: Run): Promise<string> {
    const folder = paths.attempt(run.id, run.standing.attempt);
    const { size } = await executor.read(folder, "output.log", 0, 0);
    const { bytes } = await executor.read(folder, "output.log", Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
    return readableTail(bytes.toString("utf8"));
  }

  return {
    async judge(run: Run, exit: ExitRecord | null, gone: Gone): Promise<Verdict> {
      const checkpoints = run.head.kind === "train" ? await listCheckpoints(run.standing.outputDir) : [];
      return judge({
        kind: run.head.kind,
        exit,
        gone,
        request: run.standing.request,
        figures: forAttempt(run.figures, run.standing.attempt),
        bridged: store.ingestPoint(run.id).source === "events",
        checkpoint: newestComplete(checkpoints)?.name ?? null,
        logTail: await logTail(run),
      });
    },

    async settle(id: string, verdict: Verdict, exit: ExitRecord | null): Promise<void> {
      const { head, standing } = store.get(id);
      if (WRITES_A_MODEL.includes(head.kind)) removePartials(standing.outputDir);
      store.advance(id, { type: "ended", verdict }, (standing) => ({
        ...standing,
        request: null,
        attempts: standing.attempts.map((known) =>
          known.attempt === standing.attempt
            ? {
                ...known,
                endedAt: exit?.endedAt ?? now(),
                exitCode: exit?.code ?? null,
                signal: exit?.signal ?? null,
                maxRssBytes: exit?.maxRssBytes ?? null,
                durationMs: exit?.durationMs ?? null,
              }
            : known,
        ),
      }));
      onEnd();
      if (head.kind !== "setup") return changes.publish({ type: "library", what: "models" });
      // Asked for only now: while its setup run is live an engine answers that it is being installed.
      const tell = () => changes.publish({ type: "library", what: "engines" });
      engines.health(head.engine, true).then(tell, report);
    },
  };
}

/** What a killed export left beside its target. */
function removePartials(target: string | null): void {
  if (target === null) return;
  try {
    const partial = `${basename(target)}.partial-`;
    for (const name of readdirSync(dirname(target)))
      if (name.startsWith(partial)) rmSync(join(dirname(target), name), { recursive: true, force: true });
  } catch {
    // The folder above the target is gone; so are the leftovers.
  }
}
