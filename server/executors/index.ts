// Owns the list of executors: a new one is a folder here and a line below. Refuses choosing one; main.ts does that.
import { createLocalExecutor } from "./local/executor.ts";
import { createReplayExecutor } from "./replay/executor.ts";

export const executors = { local: createLocalExecutor, replay: createReplayExecutor };
