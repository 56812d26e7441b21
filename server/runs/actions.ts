// Owns what is done to existing runs. Every wish is stored before it is acted on, so that no restart forgets it.
// Refuses what the contract does not allow in the run's state.
import { ulid } from "ulid";
import { allowedActions } from "../../contract/allowed-actions.ts";
import type { RunStatus } from "../../contract/run.ts";
import type { RunAction } from "../../contract/run-action.ts";
import { isStudioError, StudioError } from "../studio-error.ts";
import { listCheckpoints, newestComplete } from "./checkpoints.ts";
import type { Creator } from "./create.ts";
import type { Keeper } from "./keeper.ts";
import type { LifecycleEvent } from "./lifecycle.ts";
import { endOfQueue, neighbour } from "./queue.ts";
import type { OpenRequest } from "./record.ts";
import type { Serial } from "./serial.ts";
import type { Run, RunStore } from "./store.ts";
import { waitingOf } from "./summary.ts";

export function createActions(context: {
  store: RunStore;
  keeper: Keeper;
  creator: Creator;
  serial: Serial;
  report: (error: unknown) => void;
}) {
  const { store, keeper, creator, serial, report } = context;

  /** The wish is written down, then handed on; whoever restarts the studio hands it on again. */
  async function ask(run: Run, action: OpenRequest["action"]): Promise<void> {
    const request = { id: ulid(), action };
    try {
      if (!store.advance(run.id, { type: action }, (standing) => ({ ...standing, request })))
        throw notAllowed(run, action);
    } catch (error) {
      // An end by force must work even where nothing can be written any more.
      if (action === "kill" && !isStudioError(error)) await keeper.deliver(run, request);
      throw error;
    }
    await keeper.deliver(run, request);
  }

  function step(run: Run, event: LifecycleEvent): void {
    if (!store.advance(run.id, event)) throw notAllowed(run, event.type);
  }

  async function stop(run: Run): Promise<void> {
    const { status } = run.standing.state;
    if (status !== "queued" && status !== "paused") return ask(run, "stop");
    step(run, { type: "cancel", step: stepsOf(run) });
  }

  async function resume(run: Run, asked: string | undefined): Promise<void> {
    const checkpoints = await listCheckpoints(run.standing.outputDir);
    const wanted =
      asked === undefined
        ? newestComplete(checkpoints)
        : checkpoints.find(({ name, path, complete }) => complete && (name === asked || path === asked));
    const untouched = asked === undefined && checkpoints.length === 0 && (stepsOf(run) ?? 0) === 0;
    if (!wanted && !untouched) throw noCheckpoint(asked);
    const { attempts } = run.standing;
    const stored = store.advance(run.id, { type: "resume" }, (standing) => ({
      ...standing,
      // A number that was queued but never started is used again.
      attempt: (attempts.at(-1)?.attempt ?? 0) + 1,
      order: endOfQueue(store.byStatus(["queued"]).map(waitingOf)),
      lane: null,
      request: null,
      resumeFrom: wanted?.path ?? null,
    }));
    if (!stored) throw notAllowed(run, "resume");
  }

  function move(run: Run, way: "up" | "down"): void {
    const other = neighbour(store.byStatus(["queued"]).map(waitingOf), run.id, way);
    if (!other) return;
    const { order } = run.standing;
    store.edit(run.id, (standing) => ({ ...standing, order: other.order }));
    store.edit(other.id, (standing) => ({ ...standing, order }));
  }

  async function perform(run: Run, action: RunAction): Promise<string> {
    switch (action.action) {
      case "stop":
        await stop(run);
        break;
      case "force-stop":
        await ask(run, "kill");
        break;
      case "pause":
        await ask(run, "pause");
        break;
      case "save":
      case "evaluate":
        await keeper.control(run, { id: ulid(), action: action.action });
        break;
      case "resume":
        await resume(run, action.checkpoint);
        break;
      case "retry": {
        const { spec } = store.asked(run.id);
        return creator.create({ ...spec, name: run.standing.name, parent: run.id }, ulid());
      }
      case "archive":
      case "restore":
        store.edit(run.id, (standing) => ({ ...standing, archived: action.action === "archive" }));
        break;
      case "rename":
        store.edit(run.id, (standing) => ({ ...standing, name: action.name }));
        break;
      case "move-up":
        move(run, "up");
        break;
      case "move-down":
        move(run, "down");
        break;
    }
    return run.id;
  }

  /** Answers the id of the run to show: the same one, or the new one of a retry. */
  return (id: string, action: RunAction): Promise<string> =>
    serial.run(id, async () => {
      // What the engine wrote a moment ago decides how it is to be asked.
      await keeper.look(id).catch(report);
      const run = store.get(id);
      const { kind } = run.head;
      if (isDone(run, action)) return run.id;
      const allowed = allowedActions({ state: run.standing.state, kind, archived: run.standing.archived });
      if (!allowed.has(action.action)) throw notAllowed(run, action.action);
      return perform(run, action);
    });
}

const ALREADY: Partial<Record<RunAction["action"], readonly RunStatus[]>> = {
  pause: ["pausing", "paused"],
  stop: ["stopping", "stopped"],
};

/** Asked by a second tab or a second press a moment later: what it wants is so already. */
function isDone({ standing: { state, archived, attempt } }: Run, { action }: RunAction): boolean {
  if (action === "archive" || action === "restore") return archived === (action === "archive");
  const resumed = attempt > 1 && (state.status === "queued" || state.status === "starting");
  return (action === "resume" && resumed) || (ALREADY[action]?.includes(state.status) ?? false);
}

function stepsOf({ figures: { progress } }: Run): number | null {
  return progress?.unit === "steps" ? progress.done : null;
}

function notAllowed(run: Run, action: string): StudioError {
  return new StudioError({
    code: "run.action-not-allowed",
    message: `This run cannot do that now (${action}).`,
    reason: `It is ${run.standing.state.status}.`,
    hint: "Look at its state and choose again.",
  });
}

function noCheckpoint(asked: string | undefined): StudioError {
  return new StudioError({
    code: "run.no-checkpoint",
    message: "There is no checkpoint to go on from.",
    reason:
      asked === undefined
        ? "The run ended before it saved a whole one, or its files were removed."
        : `${asked} is missing or half-written.`,
    hint: "Retry the run from the beginning.",
  });
}
