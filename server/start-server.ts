// Owns putting the parts together into a server that listens: studio, services, doors, socket.
// The one place that constructs; `serve` and a command line without a server both start here.
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createAdditions } from "./additions/additions-service.ts";
import { createAddedHost } from "./additions/host-with-additions.ts";
import { createDatasetFiles, createDatasets, type DatasetFiles } from "./datasets/dataset-service.ts";
import type { CheckContext } from "./engine-interface/check-context.ts";
import { createEngineHost } from "./engines/engine-host.ts";
import { createEngineService } from "./engines/engine-service.ts";
import type { Executor } from "./executors/executor.ts";
import { executors } from "./executors/index.ts";
import { writeJson } from "./files/atomic.ts";
import { giveRoom, isHomeFull } from "./files/home-room.ts";
import { homePaths } from "./home.ts";
import { createAccess } from "./http/access.ts";
import { createAttempts } from "./http/attempts.ts";
import { devPages } from "./http/dev-pages.ts";
import { createHttpServer } from "./http/http-server.ts";
import { listen } from "./http/listen.ts";
import { createLibrary } from "./library/library-service.ts";
import { prepareHome } from "./library/prepare-home.ts";
import { tellingDatasets, tellingLibrary, tellOfRuns } from "./news.ts";
import { attachRealtime } from "./realtime/attach.ts";
import { createRecipes } from "./recipes/recipe-service.ts";
import type { Services } from "./services.ts";
import { createStudio } from "./studio.ts";
import { StudioError } from "./studio-error.ts";
import { createKnownGpus, smallestMemory } from "./system/gpus.ts";
import { createReach } from "./system/reach.ts";
import { createServerLog } from "./system/server-log.ts";
import { createSystemService } from "./system/system-service.ts";
import { openTokenStore } from "./system/token-store.ts";
import { programFolder, version } from "./system/version.ts";
import { createTranslator } from "./translate/translate-service.ts";

export type ServerOptions = {
  home: string;
  host: string;
  port: number;
  allowedHosts: readonly string[];
  /** By engine id; a single one is the first engine's. */
  enginePython: string | Readonly<Record<string, string>> | undefined;
  executor: { id: "local" } | { id: "replay"; recordings: string; speed: number };
  /** Built pages, or the port of `next dev`. */
  pages: { folder: string } | { devPort: number };
  /** False: what is queued stays queued; for commands that only look. */
  startsRuns: boolean;
};

export const builtPages = { folder: join(programFolder, "out") };

export type RunningServer = {
  services: Services;
  url: string;
  /** With the token, for a browser. */
  address: () => string;
  /** Lets go of port and home; runs go on. */
  close(): Promise<void>;
};

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  try {
    return await start(options);
  } catch (error) {
    if (!isHomeFull(options.home)) throw error;
    // Whoever wants to free the disk from the pages needs pages.
    if (giveRoom(options.home)) return start(options);
    throw new StudioError({
      code: "disk.full",
      message: `The disk of ${options.home} is full.`,
      reason:
        "A server has to write there before it can answer. Nothing was changed, and runs go on as far as they can.",
      hint: "Free some space there, then start it again.",
      details: error instanceof Error ? error.message : String(error),
    });
  }
}

async function start(options: ServerOptions): Promise<RunningServer> {
  const { home, pages } = options;
  const paths = homePaths(home);
  await prepareHome(home);
  const knownGpus = createKnownGpus();
  const log = createServerLog(paths.log);
  const added = createAddedHost(home);
  const files = createDatasetFiles({ home });
  const studio = createStudio({
    home,
    executor: createExecutor(options.executor),
    engines: (setupRuns) =>
      added.wrap(createEngineHost({ home, enginePython: options.enginePython, ...setupRuns })),
    gpus: async () => (await knownGpus()).map(({ id }) => id),
    gpuBytes: async (ids) => smallestMemory(await knownGpus(), ids),
    datasets: knownDatasets(files),
    pictures: files.pictures,
    mapped: files.mapped,
    reach: createReach(),
    report: (error) => log("studio", error),
  });
  const closing: (() => unknown)[] = [studio.close];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const tokens = openTokenStore(paths.token);
    let url = "";
    const address = () => `${url}/#token=${tokens.token()}`;
    const tell = (what: "models" | "datasets") => realtime.libraryChanged(what);
    const datasets = createDatasets({ home, files, engines: studio.engines });
    const services: Services = {
      runs: studio.runs,
      engines: createEngineService({ host: studio.engines, runs: studio.runs }),
      additions: createAdditions({ home, store: added.store, ask: studio.engines.ask }),
      recipes: createRecipes({ home }),
      datasets: tellingDatasets(datasets, tell),
      library: tellingLibrary(
        createLibrary({ home, engines: studio.engines, datasets: files.registry.list }),
        tell,
      ),
      translator: createTranslator({
        home,
        engines: studio.engines,
        datasets,
        runs: studio.runs,
        hasGpu: async () => (await knownGpus()).length > 0,
      }),
      system: createSystemService({ paths, version, address }),
    };
    closing.push(services.datasets.close);
    const access = createAccess(tokens, options.allowedHosts);
    const endSessions = () => realtime.disconnectAll();
    const app = await createHttpServer({
      services,
      tokens,
      attempts: createAttempts(),
      address,
      endSessions,
      access,
      version,
      log,
      pages: "folder" in pages ? pages.folder : devPages(pages.devPort),
    });
    const realtime = attachRealtime({ server: app.server, services, access });
    closing.push(() => app.close(), realtime.close, tellOfRuns(services, realtime.libraryChanged));
    url = await listen(app, options.host, options.port);
    writeJson(paths.server, { url, pid: process.pid });
    closing.push(() => rmSync(paths.server, { force: true }));
    await studio.start({ startsRuns: options.startsRuns });
    return { services, url, address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createExecutor(chosen: ServerOptions["executor"]): Executor {
  const pythonDir = join(programFolder, "python");
  if (chosen.id === "local") return executors.local({ pythonDir });
  return executors.replay({ pythonDir, recordingsDir: chosen.recordings, speed: chosen.speed });
}

function knownDatasets({ registry }: DatasetFiles): CheckContext["datasets"] {
  return async (dir) => {
    if (!existsSync(join(dir, "dataset_info.json"))) return null;
    const { datasets, problem } = await registry.list(resolve(dir));
    if (problem !== null) return { broken: problem };
    // Who takes datasets by their names in the list does not know messages of parts.
    const unknown =
      "Its formatting is axolotl, which is not one of dataset_info.json; Translate makes a dataset that is.";
    return datasets.map((each) =>
      each.formatting === "axolotl" ? { ...each, problem: each.problem ?? unknown } : each,
    );
  };
}
