// Owns one studio on one home folder: lock, database, runs. Used by the server, by the CLI without a server, by tests.
// Refuses a home that another process works on.
import { accessSync, constants } from "node:fs";
import { holdHome } from "./db/lock.ts";
import { openDatabase } from "./db/open.ts";
import type { CheckContext } from "./engine-interface/check-context.ts";
import type { EngineHost } from "./engine-interface/host.ts";
import type { Executor } from "./executors/executor.ts";
import { makeFolder } from "./files/make-folder.ts";
import { type HomePaths, homePaths } from "./home.ts";
import type { RunService } from "./runs/run-service.ts";
import { createRuns, type SetupRuns } from "./runs/service.ts";
import { StudioError } from "./studio-error.ts";

export type StudioOptions = {
  /** Absolute; made when it is not there. */
  home: string;
  executor: Executor;
  engines: EngineHost | ((runs: SetupRuns) => EngineHost);
  /** Ids of the GPUs of this machine. */
  gpus: () => Promise<number[]>;
  datasets: CheckContext["datasets"];
  pictures?: CheckContext["pictures"];
  mapped?: CheckContext["mapped"];
  reach?: CheckContext["reach"];
  /** Memory of the smallest of these GPUs. */
  gpuBytes?: (ids: readonly number[]) => Promise<number | null>;
  now?: () => number;
  /** What went wrong behind the scenes and is tried again. */
  report?: (error: unknown) => void;
};

export type Studio = {
  runs: RunService;
  engines: EngineHost;
  /** Picks up what went on meanwhile, then starts what waits (unless told not to: for a look at the runs). */
  start(options?: { startsRuns: boolean }): Promise<void>;
  /** Lets go of the home; runs go on. */
  close(): Promise<void>;
};

/** Throws home.in-use, home.too-new or home.not-writable. */
export function createStudio(options: StudioOptions): Studio {
  const { now = Date.now, report = console.error } = options;
  const paths = homePaths(options.home);
  makeHome(paths);
  const release = holdHome(paths);
  try {
    const { db } = openDatabase(paths.database, now);
    const runs = createRuns({ ...options, db, paths, now, report });
    return {
      runs: runs.service,
      engines: runs.engines,
      start: runs.start,
      async close() {
        await runs.close();
        await runs.engines.close();
        db.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function makeHome(paths: HomePaths): void {
  try {
    makeFolder(paths.home);
    makeFolder(paths.runs);
    accessSync(paths.home, constants.W_OK);
    accessSync(paths.runs, constants.W_OK);
  } catch (error) {
    throw new StudioError({
      code: "home.not-writable",
      message: `The home folder ${paths.home} cannot be used.`,
      reason: error instanceof Error ? error.message : String(error),
      hint: "Give a folder that you may write to with --home.",
    });
  }
}
