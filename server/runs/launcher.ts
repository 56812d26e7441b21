// Owns turning a run whose turn has come into a started attempt. Refuses to throw: what went wrong is the run's failure.
import type { FailureReason } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { Executor } from "../executors/executor.ts";
import type { HomePaths } from "../home.ts";
import { isStudioError } from "../studio-error.ts";
import type { Creator } from "./create.ts";
import { isDiskFull } from "./disk-full.ts";
import type { Run, RunStore } from "./store.ts";

export type Launcher = ReturnType<typeof createLauncher>;

export function createLauncher(context: {
  store: RunStore;
  engines: EngineHost;
  executor: Executor;
  paths: HomePaths;
  creator: Pick<Creator, "obstacle">;
}) {
  const { store, engines, executor, paths, creator } = context;

  return {
    /** Null once it runs. Safe to repeat after a crash: an attempt is never started twice. */
    async launch(run: Run): Promise<FailureReason | null> {
      const { attempt, lane, resumeFrom } = run.standing;
      try {
        const { spec } = store.asked(run.id);
        const obstacle = await creator.obstacle(spec, attempt);
        if (obstacle) return notStarted(obstacle.message, obstacle.hint);
        const runDir = paths.run(run.id);
        const plan = engines.get(spec.engine).plan({
          spec,
          runDir,
          home: paths.home,
          python: await engines.python(spec.engine, spec.kind),
          lane: lane ?? { type: "cpu" },
          attempt,
          resumeFrom,
          additions: await engines.additions?.(spec.engine),
        });
        store.edit(run.id, (standing) => ({
          ...standing,
          outputDir: plan.outputDir,
          command: plan.command,
          files: plan.files.map((file) => file.name),
        }));
        const attemptDir = paths.attempt(run.id, attempt);
        await executor.start(plan, { runDir, attemptDir, key: `${run.id}/${attempt}` });
        return null;
      } catch (error) {
        return reasonFor(error);
      }
    },
  };
}

const notStarted = (message: string, hint = "Correct the cause, then retry the run."): FailureReason => ({
  code: "not-started",
  message,
  hint,
  exitCode: null,
  signal: null,
});

function reasonFor(error: unknown): FailureReason {
  const none = { exitCode: null, signal: null };
  if (isStudioError(error)) {
    const { message, reason, hint, details } = error.body;
    return {
      code: "not-started",
      message: reason ? `${message} ${reason}` : message,
      hint,
      details,
      ...none,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error))
    return { code: "disk-full", message, hint: "Free some space, then retry the run.", ...none };
  return notStarted(message);
}
