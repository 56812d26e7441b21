// Owns starting one supervisor and knowing that it is there. Refuses to leave a half-started one behind.
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { StudioError } from "../../studio-error.ts";
import { attemptFiles } from "./attempt-files.ts";
import { watchFolder } from "./watch.ts";

const DEADLINE_MS = 20_000;
const GOODBYE_MS = 5_000;

/** Starts the supervisor of `folder`, on its own, and resolves once it has announced itself. */
export async function launchSupervisor(python: string, program: string, folder: string): Promise<void> {
  // Its last words go where the engine's go: a Python that cannot run it says why in the log.
  const log = openSync(join(folder, "output.log"), "a", 0o600);
  const child = spawn(python, ["-E", program, folder], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const problem = await announced(child, folder);
  if (problem === null) return;
  await end(child);
  throw new StudioError({
    code: "internal",
    message: "The run could not be started.",
    reason: problem,
    hint: "See the details; then retry the run.",
    details: attemptFiles.logTail(folder),
  });
}

/** Null once the supervisor has left a file; else why it did not. */
function announced(child: ChildProcess, folder: string): Promise<string | null> {
  return new Promise((resolve) => {
    const settle = (problem: string | null) => {
      unwatch();
      clearTimeout(deadline);
      resolve(problem);
    };
    const look = () => {
      if (attemptFiles.supervisor(folder) || attemptFiles.exit(folder)) settle(null);
    };
    const unwatch = watchFolder(folder, ["supervisor.json", "exit.json"], look);
    const deadline = setTimeout(
      () => settle(`The supervisor did not announce itself within ${DEADLINE_MS / 1000} seconds.`),
      DEADLINE_MS,
    );
    child.once("error", (error) => settle(error.message));
    child.once("exit", (code, signal) => {
      look();
      // Code 0 without a file: another supervisor claimed this attempt, and will announce itself.
      if (code !== 0) settle(`The supervisor ended with ${signal ?? `exit code ${code}`}.`);
    });
    look();
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // SIGINT makes a supervisor that already has a child kill that child first.
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGKILL"), GOODBYE_MS);
  await gone;
  clearTimeout(timer);
}
