// Owns running attempts on this machine: files in, a supervisor of its own, files out.
// Refuses to remember anything: each answer is read from the attempt's folder and the process table.
import { mkdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { engineEnvironment } from "../../engine-environment.ts";
import { writeAtomic, writeJson } from "../../files/atomic.ts";
import { isWithin } from "../../files/inside.ts";
import { readJson } from "../../files/read-json.ts";
import type { Executor } from "../executor.ts";
import { launchSupervisor } from "./launch.ts";
import { findCarrier, probeAttempt } from "./probe.ts";
import { processesWith } from "./process-table.ts";
import { findPython } from "./system-python.ts";
import { watchFolder } from "./watch.ts";

const FILES = ["supervisor.json", "events.jsonl", "output.log", "exit.json"] as const;
const Requests = z.object({ requests: z.array(z.object({ id: z.string(), action: z.string() })) });

export type LocalOptions = {
  /** The repository's python folder: supervisor.py lies there. */
  pythonDir: string;
  /** The interpreter of the supervisor; found on PATH when not given. */
  python?: () => Promise<string>;
  /** How long an engine that was asked to end may take. */
  graceSeconds?: number;
  environment?: Readonly<Record<string, string | undefined>>;
};

export function createLocalExecutor(options: LocalOptions): Executor {
  let python: Promise<string> | null = null;
  const findOnce = async () => {
    python ??= (options.python ?? findPython)();
    try {
      return await python;
    } catch (error) {
      python = null;
      throw error;
    }
  };

  return {
    id: "local",

    async start(plan, { runDir, attemptDir, key }) {
      if (probeAttempt(attemptDir).state !== "absent") return;
      const supervisorPython = await findOnce();
      mkdirSync(attemptDir, { recursive: true, mode: 0o700 });
      for (const file of plan.files) {
        const path = join(runDir, file.name);
        if (!isWithin(runDir, path)) throw new Error(`A plan may not write ${file.name} outside its run.`);
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        writeAtomic(path, file.text);
      }
      const env = {
        ...engineEnvironment(options.environment ?? process.env),
        PYTHONPATH: options.pythonDir,
        ...plan.env,
        ANNEAL_EVENTS: eventsIn(attemptDir),
        ANNEAL_CONTROL: join(attemptDir, "control.json"),
      };
      const launch = join(attemptDir, "launch.json");
      const graceSeconds = options.graceSeconds ?? 60;
      writeJson(launch, { argv: plan.argv, env, cwd: runDir, key, graceSeconds });
      try {
        await launchSupervisor(supervisorPython, join(options.pythonDir, "supervisor.py"), attemptDir);
      } catch (error) {
        rmSync(launch, { force: true });
        throw error;
      }
    },

    async probe(attemptDir) {
      return probeAttempt(attemptDir);
    },

    async signal(attemptDir, how) {
      const carrier = findCarrier(attemptDir);
      // Workers that an engine forked wait for it for ever when both it and the supervisor are killed, its GPU in hand.
      if (!carrier) return how === "kill" ? killAll(attemptDir) : undefined;
      if (carrier.who === "supervisor") send(carrier.pid, how === "ask" ? "SIGTERM" : "SIGINT");
      else send(-carrier.pid, how === "ask" ? "SIGTERM" : "SIGKILL");
    },

    async control(attemptDir, request) {
      const path = join(attemptDir, "control.json");
      const { requests } = readJson(path, Requests) ?? { requests: [] };
      if (requests.some((known) => known.id === request.id)) return;
      writeJson(path, { requests: [...requests, request] });
    },

    async read(attemptDir, file, offset, max) {
      const handle = await open(join(attemptDir, file), "r").catch(ignoreMissing);
      if (handle === null) return { bytes: Buffer.alloc(0), size: 0 };
      try {
        const { size } = await handle.stat();
        const wanted = Math.max(0, Math.min(max, size - offset));
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, offset);
        return { bytes: buffer.subarray(0, bytesRead), size };
      } finally {
        await handle.close();
      }
    },

    watch: (attemptDir, onChange) => watchFolder(attemptDir, FILES, onChange),
  };
}

const eventsIn = (attemptDir: string) => join(attemptDir, "events.jsonl");

/** With the room that a killed supervisor kept for its last word. */
function killAll(attemptDir: string): void {
  rmSync(join(attemptDir, "room"), { force: true });
  for (const pid of processesWith(`ANNEAL_EVENTS=${eventsIn(attemptDir)}`)) send(pid, "SIGKILL");
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended a moment ago; the next look will tell.
  }
}
