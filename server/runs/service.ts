// Owns the runs of a studio as others use them: puts the parts together and hands each question to its part.
// Refuses logic of its own.
import type { DatabaseSync } from "node:sqlite";
import { isLive, LIVE } from "../../contract/run-status.ts";
import type { CheckContext } from "../engine-interface/check-context.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { Executor } from "../executors/executor.ts";
import { keepRoom } from "../files/home-room.ts";
import type { HomePaths } from "../home.ts";
import { StudioError } from "../studio-error.ts";
import { createActions } from "./actions.ts";
import { findArtifact } from "./artifacts.ts";
import { createChanges } from "./changes.ts";
import { createCreator } from "./create.ts";
import { createDetail } from "./detail.ts";
import { inSpareRoom, sayingDiskFull } from "./disk-full.ts";
import { moveToTrash } from "./folder.ts";
import { createFollower } from "./follow.ts";
import { createKeeper } from "./keeper.ts";
import { createLauncher } from "./launcher.ts";
import { createMerger } from "./merge.ts";
import { pastCheckpoints } from "./past-checkpoints.ts";
import { createRecorder } from "./recorder.ts";
import { adoptFolders } from "./recovery.ts";
import { onceInAWhile } from "./report.ts";
import type { RunService } from "./run-service.ts";
import { createScheduler } from "./scheduler.ts";
import { createSerial } from "./serial.ts";
import { createSettler } from "./settler.ts";
import { createStore } from "./store.ts";
import { createStreams } from "./streams.ts";
import { createView } from "./view.ts";

/** How an engine host learns of the setup run under way for an engine. */
export type SetupRuns = { setupRun: (engine: string) => string | null };

export type RunsContext = {
  db: DatabaseSync;
  paths: HomePaths;
  executor: Executor;
  engines: EngineHost | ((runs: SetupRuns) => EngineHost);
  gpus: () => Promise<number[]>;
  datasets: CheckContext["datasets"];
  pictures?: CheckContext["pictures"];
  mapped?: CheckContext["mapped"];
  reach?: CheckContext["reach"];
  gpuBytes?: (ids: readonly number[]) => Promise<number | null>;
  now: () => number;
  report: (error: unknown) => void;
};

export type Runs = {
  service: RunService;
  engines: EngineHost;
  start(options?: { startsRuns: boolean }): Promise<void>;
  close(): Promise<void>;
};

export function createRuns(context: RunsContext): Runs {
  const { db, paths, executor, gpus, now } = context;
  const report = onceInAWhile(context.report, now);
  const store = createStore({ db, paths, now });
  /** One that adds packages (its config names them) leaves the engine usable. */
  const setupRun = (engine: string) =>
    store
      .byStatus(["queued", ...LIVE])
      .find(
        ({ id, head }) =>
          head.kind === "setup" && head.engine === engine && store.asked(id).spec.config === "",
      )?.id ?? null;
  const engines = typeof context.engines === "function" ? context.engines({ setupRun }) : context.engines;
  const parts = {
    ...context,
    report,
    store,
    engines,
    serial: createSerial(),
    changes: createChanges(report),
  };
  const recorder = createRecorder(parts);
  const settler = createSettler({ ...parts, onEnd: () => scheduler.tick() });
  const creator = createCreator(parts);
  const keeper = createKeeper({
    ...parts,
    recorder,
    settler,
    launcher: createLauncher({ ...parts, creator }),
  });
  const scheduler = createScheduler({ store, gpus, report, take: keeper.take });
  const view = createView({ ...parts, keeper });
  const act = createActions({ ...parts, keeper, creator });
  const merge = createMerger({ ...parts, creator });
  const { follows, follow } = createFollower({ ...parts, creator });
  const detail = createDetail({ ...parts, view, creator });
  const streams = createStreams({ store, executor, paths });
  let untell = () => {};
  let reading = Promise.resolve();
  let closed = false;

  /** Runs that are new to the index and do not run now are read one by one, behind the live ones. */
  async function readAll(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const run = closed ? null : store.find(id);
      if (!run || isLive(run.standing.state)) continue;
      await parts.serial.run(id, () => recorder.drain(id, true)).then(() => store.tell(id), report);
    }
  }

  /** Does what may give a run its turn, and shows the run it came to. */
  const shown = async (work: () => Promise<string>) => {
    const id = await sayingDiskFull(work);
    scheduler.tick();
    return view.summary(id);
  };

  const service: RunService = {
    list: view.list,
    summary: view.summary,
    detail,
    preview: creator.preview,
    plan: creator.plan,
    create(spec, key) {
      keepRoom(paths.home);
      return shown(() => creator.create(spec, key));
    },
    act: (id, action) => shown(() => inSpareRoom(paths.home, () => act(id, action))),
    merge: (id, options) => shown(async () => merge(store.get(id), options)),
    checkpoints: (engine) => pastCheckpoints(store, engine),
    follows: (id) => follows(store.get(id)),
    follow: (id, request) => shown(async () => follow(store.get(id), request)),
    async remove(id) {
      const work = async () => {
        const { standing } = store.get(id);
        if (!standing.archived) throw notArchived();
        moveToTrash(paths.run(id), paths.trash, `${id}-${now()}`);
        store.forget(id);
      };
      await inSpareRoom(paths.home, () => parts.serial.run(id, work));
    },
    events: streams.events,
    log: streams.log,
    file: (id, name) => findArtifact(store.get(id).standing.outputDir, name),
    subscribe: parts.changes.subscribe,
  };

  return {
    service,
    engines,
    async start({ startsRuns } = { startsRuns: true }) {
      keepRoom(paths.home);
      const fresh = adoptFolders({ store, engines, paths });
      untell = view.start();
      await keeper.start();
      if (startsRuns) scheduler.start();
      reading = readAll(fresh);
    },
    async close() {
      closed = true;
      scheduler.close();
      keeper.close();
      await reading;
      await parts.serial.idle();
      untell();
    },
  };
}

function notArchived(): StudioError {
  return new StudioError({
    code: "run.action-not-allowed",
    message: "Only an archived run can be removed.",
    hint: "Archive it first; its folder then goes to the trash folder of the home.",
  });
}
