// Owns bringing live runs' stored state in line with their processes: start, look, ask to end, judge the end.
// Each look may be repeated at any time with the same result. Refuses to end a run without having seen it end.
import type { Lane } from "../../contract/run.ts";
import { isLive, LIVE } from "../../contract/run-status.ts";
import type { Executor, ProcessState } from "../executors/executor.ts";
import type { HomePaths } from "../home.ts";
import { forAttempt, stepTime } from "./figures.ts";
import type { Launcher } from "./launcher.ts";
import type { OpenRequest } from "./record.ts";
import type { Recorder } from "./recorder.ts";
import type { Serial } from "./serial.ts";
import type { Settler } from "./settler.ts";
import type { Run, RunStore } from "./store.ts";
import type { Gone } from "./verdict.ts";

/** A killed supervisor changes no file, so live runs are looked at this often. */
const PULSE_MS = 2000;
const STALL_STEPS = 20;
const STALL_MS = 120_000;
const LOADING_STALL_MS = 600_000;

export type Keeper = ReturnType<typeof createKeeper>;

export function createKeeper(context: {
  store: RunStore;
  recorder: Recorder;
  launcher: Launcher;
  settler: Settler;
  executor: Executor;
  paths: HomePaths;
  serial: Serial;
  now: () => number;
  report: (error: unknown) => void;
}) {
  const { store, recorder, launcher, settler, executor, paths, serial, now, report } = context;
  const watches = new Map<string, () => void>();
  const coming = new Set<string>();
  let pulse: NodeJS.Timeout | null = null;
  let closed = false;

  async function look(id: string): Promise<void> {
    const run = store.find(id);
    if (!run || !isLive(run.standing.state)) return release(id);
    const starting = run.standing.state.status === "starting";
    if (starting && (await executor.probe(folderOf(run))).state === "absent") return start(id);
    // Before reading: phases count for a running run only.
    if (starting) store.advance(id, { type: "started" });
    await recorder.drain(id);
    const seen = await executor.probe(folderOf(run));
    if (seen.state === "alive") await accompany(id);
    else await finish(id, seen);
  }

  async function start(id: string): Promise<void> {
    const problem = await launcher.launch(store.get(id));
    if (problem) {
      await settler.settle(id, { status: "failed", reason: problem }, null);
      return release(id);
    }
    store.advance(id, { type: "started" });
    await accompany(id);
    lookSoon(id);
  }

  async function accompany(id: string): Promise<void> {
    const run = store.get(id);
    if (!watches.has(id))
      watches.set(
        id,
        executor.watch(folderOf(run), () => lookSoon(id)),
      );
    // Again at each look: the request may have been stored just before a crash. Both ways take a repetition for one.
    if (run.standing.request) await deliver(run, run.standing.request);
  }

  async function deliver(run: Run, request: OpenRequest): Promise<void> {
    const { action } = request;
    if (action === "kill") return executor.signal(folderOf(run), "kill");
    if (run.head.kind === "train" && run.figures.began && run.figures.attempt === run.standing.attempt)
      return executor.control(folderOf(run), { id: request.id, action });
    // Nothing is trained yet, or there is nothing to keep: the engine has no step at which to read a request.
    return executor.signal(folderOf(run), "ask");
  }

  async function finish(id: string, seen: ProcessState): Promise<void> {
    await recorder.drain(id, true);
    const gone: Gone =
      seen.state === "gone"
        ? seen
        : { why: "folder-deleted", reason: "The run's folder was deleted while it was running." };
    // Nobody swept up behind a killed supervisor.
    if (seen.state === "gone") await executor.signal(folderOf(store.get(id)), "kill");
    const exit = seen.state === "exited" ? seen.exit : null;
    await settler.settle(id, await settler.judge(store.get(id), exit, gone), exit);
    release(id);
  }

  function lookSoon(id: string): void {
    if (coming.has(id) || closed) return;
    coming.add(id);
    const looking = serial.run(id, () => {
      coming.delete(id);
      return look(id);
    });
    looking.catch(report);
  }

  function release(id: string): void {
    watches.get(id)?.();
    watches.delete(id);
    recorder.forget(id);
  }

  function folderOf(run: Run): string {
    return paths.attempt(run.id, run.standing.attempt);
  }

  function lookAtAll(): void {
    for (const run of store.byStatus(LIVE)) lookSoon(run.id);
  }

  return {
    /** A queued run's turn has come: stored at once, so that its lane is taken; started in the background. */
    take(id: string, lane: Lane): void {
      const taken = store.advance(id, { type: "taken" }, (standing) => ({
        ...standing,
        lane,
        attempts: [
          ...standing.attempts.filter(({ attempt }) => attempt !== standing.attempt),
          {
            attempt: standing.attempt,
            startedAt: now(),
            endedAt: null,
            exitCode: null,
            signal: null,
            maxRssBytes: null,
            durationMs: null,
          },
        ],
      }));
      if (taken) lookSoon(id);
    },

    /** Reads what is there and acts on it; for callers that hold the run's turn already. */
    look,
    deliver,
    control: (run: Run, request: { id: string; action: "save" | "evaluate" }) =>
      executor.control(folderOf(run), request),

    /** No sign of life for long, although the process is there. */
    isStalled(run: Run): boolean {
      if (!isLive(run.standing.state)) return false;
      const figures = forAttempt(run.figures, run.standing.attempt);
      const sign = Math.max(recorder.lastSign(run.id) ?? figures.lastEventAt ?? now(), startOf(run));
      const patience = figures.began
        ? Math.max(STALL_MS, STALL_STEPS * (stepTime(figures) ?? 0))
        : LOADING_STALL_MS;
      return now() - sign > patience;
    },

    /** Looks at every live run, then goes on doing so; resolves after the first look at those that run. */
    async start(): Promise<void> {
      lookAtAll();
      pulse ??= setInterval(lookAtAll, PULSE_MS);
      const running = store.byStatus(LIVE).filter(({ standing }) => standing.state.status !== "starting");
      await Promise.all(running.map(({ id }) => serial.run(id, async () => {})));
    },

    close(): void {
      closed = true;
      if (pulse) clearInterval(pulse);
      for (const id of [...watches.keys()]) release(id);
    },
  };
}

function startOf(run: Run): number {
  return run.standing.attempts.at(-1)?.startedAt ?? 0;
}
