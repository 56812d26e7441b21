// Owns the process of an engine as a test reaches it: ended by a signal, or held still while the page is looked at, so that
// no run ends before the test has done what it came for. Refuses whatever was not started by a studio of the test.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Studio } from "./studio.ts";

const Started = z.object({ childPid: z.number() });

/** The process the engine of this run runs in, for `process.kill`. */
export async function engineOf(studio: Studio, id: string, attempt = 1): Promise<number> {
  const path = join(studio.home, "runs", id, `attempt-${attempt}`, "supervisor.json");
  return Started.parse(JSON.parse(await readFile(path, "utf8"))).childPid;
}

/** Stops the clock of a run for the time of this work. What is asked of the engine meanwhile, it does afterwards. */
export async function held<T>(studio: Studio, id: string, work: () => Promise<T>): Promise<T> {
  const engine = await engineOf(studio, id);
  process.kill(engine, "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(engine, "SIGCONT");
  }
}
