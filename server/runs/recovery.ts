// Owns bringing the index in line with the run folders at the start: new, changed and missing ones.
// Refuses to change a folder, except to write down a state that its files prove.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ConfigFacts } from "../engine-interface/engine.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { HomePaths } from "../home.ts";
import { attemptNumbers, readAsked, readStanding, runFolders, stateTime } from "./folder.ts";
import type { RunAsked, RunStanding } from "./record.ts";
import type { RunStore } from "./store.ts";

const UNKNOWN: ConfigFacts = { model: null, datasets: [], method: null, template: null };

/** Adopts what the folders say; answers the runs whose events are still to be read. */
export function adoptFolders(context: { store: RunStore; engines: EngineHost; paths: HomePaths }): string[] {
  const { store, engines, paths } = context;
  const known = store.mtimes();
  const fresh: string[] = [];
  store.together(() => {
    for (const id of runFolders(paths.runs)) {
      const folder = paths.run(id);
      const before = known.get(id);
      known.delete(id);
      if (before !== undefined && before === stateTime(folder)) continue;
      const asked = readAsked(folder);
      if (!asked || asked.id !== id) continue;
      const standing = readStanding(folder) ?? standingFromFiles(folder, asked);
      store.adopt(asked, standing, factsOf(engines, asked));
      if (before === undefined) fresh.push(id);
    }
  });
  // Files are the truth: a run whose folder was deleted while no studio ran is no more.
  for (const id of known.keys()) store.forget(id);
  return fresh;
}

function factsOf(engines: EngineHost, { spec }: RunAsked): ConfigFacts {
  return (
    engines
      .all()
      .find(({ id }) => id === spec.engine)
      ?.facts(spec.config) ?? UNKNOWN
  );
}

/** state.json is missing or spoilt: what can be said from the attempts alone. A look at them will tell the rest. */
function standingFromFiles(folder: string, { spec, createdAt }: RunAsked): RunStanding {
  const attempts = attemptNumbers(folder);
  const newest = attempts.at(-1);
  return {
    v: 1,
    state:
      newest === undefined
        ? { status: "stopped", since: createdAt, step: null }
        : { status: "running", since: createdAt, phase: "preparing", message: "" },
    name: spec.name,
    archived: false,
    attempt: newest ?? 1,
    order: 0,
    lane: null,
    request: null,
    resumeFrom: null,
    outputDir: existsSync(join(folder, "output")) ? join(folder, "output") : null,
    command: [],
    files: [],
    attempts: attempts.map((attempt) => ({
      attempt,
      startedAt: null,
      endedAt: null,
      exitCode: null,
      signal: null,
      maxRssBytes: null,
      durationMs: null,
    })),
  };
}
