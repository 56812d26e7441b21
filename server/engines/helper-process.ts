// Owns one running helper: a child that answers one JSON line per JSON line. Refuses two questions at once, and to wait
// longer than the asker does.
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { z } from "zod";
import { StudioError } from "../studio-error.ts";

const Line = z.union([
  z.object({ ready: z.record(z.string(), z.unknown()) }),
  z.object({ failed: z.object({ message: z.string() }) }),
  z.object({ id: z.number(), error: z.object({ message: z.string(), kind: z.string() }) }),
  z.object({ id: z.number(), result: z.unknown() }),
]);
type Line = z.infer<typeof Line>;

export type HelperProgram = {
  /** What the helper helps with, as people call it. */
  name: string;
  command: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  cwd: string;
};

type Waiting = { resolve(line: Line): void; reject(error: unknown): void };
const KEPT_OF_LOG = 8000;
const GOODBYE_MS = 2000;

export type HelperProcess = ReturnType<typeof startHelper>;

export function startHelper(program: HelperProgram) {
  const { name, command, args, env, cwd } = program;
  // A group of its own: a Ctrl-C meant for the studio is not its business, and its copies can be ended with it.
  const child = spawn(command, args, { env: { NODE_ENV: "production", ...env }, cwd, detached: true });
  let log = "";
  let waiting: Waiting | null = null;
  let lastId = 0;
  let ended: StudioError | null = null;

  const failed = (message: string, reason: string) =>
    new StudioError({
      code: "engine.failed",
      message,
      reason,
      hint: `Try again. If it stays so, repair ${name} in Settings.`,
      details: log.trim(),
    });

  const end = new Promise<void>((resolve) => {
    const over = (reason: string) => {
      if (ended) return;
      ended = failed(`The helper process of ${name} ended.`, reason);
      waiting?.reject(ended);
      resolve();
    };
    child.once("error", (error) => over(error.message));
    child.once("close", (code, signal) =>
      over(lastWords(log) ?? `It ended with ${signal ?? `code ${code}`}.`),
    );
  });
  // It may end while it is written to; `close` tells of it.
  child.stdin.on("error", () => undefined);
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-KEPT_OF_LOG);
  });
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line = parseLine(text);
    if (line) waiting?.resolve(line);
  });

  /** The next line; whoever waits longer than `limitMs` ends the helper. */
  async function next(limitMs: number, what: string): Promise<Line> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Line>((resolve, reject) => {
        if (ended) return reject(ended);
        waiting = { resolve, reject };
        timer = setTimeout(() => {
          reject(failed(`${name} did not ${what} within ${limitMs / 1000} seconds.`, "It was ended."));
          kill(child);
        }, limitMs);
      });
    } finally {
      clearTimeout(timer);
      waiting = null;
    }
  }

  return {
    pid: child.pid,
    isAlive: () => ended === null,

    async ready(limitMs: number): Promise<void> {
      const line = await next(limitMs, "start");
      if ("failed" in line) throw failed(`${name} could not be started to be asked.`, line.failed.message);
    },

    async ask(method: string, params: unknown, limitMs: number): Promise<unknown> {
      const id = ++lastId;
      const answer = next(limitMs, "answer");
      child.stdin.write(`${JSON.stringify({ id, method, params })}\n`);
      const line = await answer;
      if ("error" in line && line.id === id)
        throw new StudioError({
          code: "engine.refused",
          message: line.error.message,
          details: line.error.kind,
        });
      if ("result" in line && line.id === id) return line.result;
      kill(child);
      throw failed(`${name} gave an answer to another question.`, "It was ended.");
    },

    /** Ends it the friendly way first. */
    async close(): Promise<void> {
      child.stdin.end();
      const timer = setTimeout(() => kill(child), GOODBYE_MS);
      await end;
      clearTimeout(timer);
    },
  };
}

function parseLine(text: string): Line | null {
  try {
    return Line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone in this moment.
  }
}

/** The exception at the end of a traceback. */
function lastWords(log: string): string | null {
  return log.split("\n").findLast((line) => /^\w[\w.]*(?:Error|Exception|Interrupt)\b/.test(line)) ?? null;
}
