// Owns when a helper runs: started on first need, one question at a time, ended when nobody asks, started anew after a crash.
// Refuses to outlive the studio.
import { StudioError } from "../studio-error.ts";
import { type HelperProcess, type HelperProgram, startHelper } from "./helper-process.ts";

export type EngineHelper = {
  /** Throws engine.refused with the engine's words, or engine.failed when there is no answer. */
  ask(method: string, params: unknown): Promise<unknown>;
  /** The process that answers; undefined while none does. */
  pid(): number | undefined;
  close(): Promise<void>;
};

export type HelperLimits = { idleMs?: number; startMs?: number; answerMs?: number };

export function createEngineHelper(program: HelperProgram, limits: HelperLimits = {}): EngineHelper {
  const { idleMs = 5 * 60_000, startMs = 180_000, answerMs = 60_000 } = limits;
  let current: HelperProcess | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let closed = false;

  async function running(): Promise<HelperProcess> {
    if (current?.isAlive()) return current;
    const fresh = startHelper(program);
    current = fresh;
    try {
      await fresh.ready(startMs);
      return fresh;
    } catch (error) {
      await fresh.close();
      throw error;
    }
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const last = current;
    current = null;
    await last?.close();
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = queue.then(work, work);
    queue = mine.catch(() => undefined);
    return mine;
  }

  return {
    ask: (method, params) =>
      inTurn(async () => {
        if (closed) throw gone(program.name);
        clearTimeout(idle);
        const helper = await running();
        try {
          return await helper.ask(method, params, answerMs);
        } finally {
          idle = setTimeout(() => inTurn(end), idleMs).unref();
        }
      }),
    pid: () => (current?.isAlive() ? current.pid : undefined),
    // Not in turn: what is asked at this moment is ended with it.
    close() {
      closed = true;
      return end();
    },
  };
}

const gone = (name: string) =>
  new StudioError({ code: "engine.failed", message: `${name} is not asked any more: the studio closes.` });
