// Owns everything the page of one run shows besides its streams. Refuses to fail when files are gone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RunDetail } from "../../contract/run.ts";
import { isWithin } from "../files/inside.ts";
import type { HomePaths } from "../home.ts";
import { listArtifacts } from "./artifacts.ts";
import { listCheckpoints } from "./checkpoints.ts";
import type { Creator } from "./create.ts";
import type { Run, RunStore } from "./store.ts";
import type { View } from "./view.ts";

export function createDetail(context: { store: RunStore; view: View; creator: Creator; paths: HomePaths }) {
  const { store, view, creator, paths } = context;

  async function filesOf(run: Run): Promise<RunDetail["files"]> {
    // An installation writes no config, and planning one anew looks for a Python each time.
    if (run.head.kind === "setup") return [];
    const folder = paths.run(run.id);
    if (run.standing.files.length === 0) return creator.plannedFiles(run.id).catch(() => []);
    return run.standing.files.flatMap((name) => {
      const path = join(folder, name);
      const text = isWithin(folder, path) ? textOf(path) : null;
      return text === null ? [] : [{ name, text }];
    });
  }

  return async function detail(id: string): Promise<RunDetail> {
    const run = store.get(id);
    const { outputDir, attempts, command, name } = run.standing;
    const training = run.head.kind === "train";
    return {
      summary: view.summary(id),
      spec: { ...store.asked(id).spec, name },
      files: await filesOf(run),
      command,
      folder: paths.run(id),
      outputDir,
      environment: run.figures.environment,
      begin: run.figures.begin,
      attempts: attempts.map(({ durationMs: _, ...shown }) => shown),
      checkpoints: training ? await listCheckpoints(outputDir) : [],
      artifacts: run.head.kind === "setup" ? [] : listArtifacts(outputDir),
    };
  };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
