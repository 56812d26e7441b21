// Owns the state of the engines on this machine: where their Python is, whether it works, what it knows.
// Refuses to install anything: that is a run (engine-service.ts).
import { access, stat } from "node:fs/promises";
import { join } from "node:path";
import type { EngineArgument, EngineHealth } from "../../contract/engine.ts";
import type { RunKind } from "../../contract/run.ts";
import type { Engine } from "../engine-interface/engine.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import { homePaths } from "../home.ts";
import { StudioError } from "../studio-error.ts";
import { createEngineArguments } from "./engine-arguments.ts";
import { createEngineHelpers } from "./engine-helpers.ts";
import { importEngine, type ProbeResult, probeEngine } from "./engine-probe.ts";
import { engines as registered } from "./index.ts";
import { findSystemPython } from "./system-python.ts";

export type EngineHostOptions = {
  home: string;
  /** Existing environments instead of our own, by engine id; a single one is the first engine's. */
  enginePython?: string | Readonly<Record<string, string>> | undefined;
  engines?: readonly Engine[];
  /** The run that is installing an engine now. */
  setupRun?: (engine: string) => string | null;
};

/** Stands for the engine that is taken when none is named. */
const FIRST = "first";

type Known = { stamp: number; result: ProbeResult };

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

export function createEngineHost({
  home,
  enginePython,
  engines = registered,
  setupRun = () => null,
}: EngineHostOptions): EngineHost {
  const paths = homePaths(home);
  const known = new Map<string, Promise<Known>>();
  const helpers = createEngineHelpers();
  const told = createEngineArguments({ folder: paths.engine, ask: (id) => ask(id, "arguments", null) });

  function get(id: string): Engine {
    const engine = engines.find((candidate) => candidate.id === id);
    if (engine) return engine;
    throw new StudioError({
      code: "engine.not-found",
      message: `There is no engine ${id}.`,
      hint: `Engines: ${engines.map((candidate) => candidate.id).join(", ")}.`,
    });
  }

  const first = engines[0]?.id ?? "";
  const named = typeof enginePython === "string" ? { [FIRST]: enginePython } : (enginePython ?? {});
  // A slip in the name would install, unasked, what is there already.
  for (const id of Object.keys(named)) if (id !== FIRST) get(id);
  const given = (id: string) => named[id] ?? (id === first ? named[FIRST] : undefined);
  const pythonOf = (id: string) => given(id) ?? join(paths.engine(id), ".venv", "bin", "python");

  /** Changes whenever the environment is installed anew; null while it is not (wholly) there. */
  async function stampOf(id: string): Promise<number | null> {
    const named = given(id);
    const mark = await stat(named ?? join(paths.engine(id), ".complete")).catch(() => null);
    if (named !== undefined) return mark?.mtimeMs ?? 0;
    return mark && (await exists(pythonOf(id))) ? mark.mtimeMs : null;
  }

  async function look(engine: Engine, stamp: number, imports: boolean): Promise<Known> {
    const { probe } = engine;
    const python = pythonOf(engine.id);
    if (!probe) return { stamp, result: bare(engine, python) };
    const result = await probeEngine(python, engine.name, probe);
    const failed = imports && result.catalog ? await importEngine(python, engine.name, probe) : null;
    return { stamp, result: failed ? { health: failed, catalog: null, templates: null } : result };
  }

  async function state(id: string, fresh: boolean): Promise<Known | null> {
    const engine = get(id);
    const stamp = await stampOf(id);
    if (stamp === null) {
      known.delete(id);
      return null;
    }
    const looking = known.get(id);
    const before = looking && (await looking);
    if (before && before.stamp === stamp && !fresh) return before;
    const now = look(engine, stamp, fresh);
    known.set(id, now);
    return now;
  }

  async function health(id: string, fresh = false): Promise<EngineHealth> {
    const runId = setupRun(get(id).id);
    if (runId !== null) return { status: "installing", runId };
    return (await state(id, fresh))?.result.health ?? { status: "missing" };
  }

  async function python(id: string, kind: RunKind): Promise<string> {
    const engine = get(id);
    if (kind === "setup") return findSystemPython(engine.name);
    const now = await health(id);
    if (now.status === "ready") return now.python;
    if (now.status === "broken")
      throw new StudioError({
        code: "engine.not-ready",
        message: `${engine.name} does not work on this machine.`,
        reason: now.message,
        hint: now.hint,
        details: now.details,
      });
    if (now.status === "installing")
      throw new StudioError({
        code: "engine.not-ready",
        message: `${engine.name} is still being installed.`,
        hint: "Wait until its installation among the runs has succeeded, then start again.",
      });
    throw new StudioError({
      code: "engine.not-ready",
      message: `${engine.name} is not installed yet.`,
      hint: `Install it in Settings (or with \`anneal setup --engine ${id}\`), or start with --engine-python and the path of an environment that has it.`,
    });
  }

  async function catalog(id: string) {
    return (await state(id, false))?.result.catalog ?? null;
  }

  async function ask(id: string, method: string, params: unknown): Promise<unknown> {
    const engine = get(id);
    return helpers.ask(engine, await python(id, "train"), await stampOf(id), method, params);
  }

  async function allArguments(id: string): Promise<readonly EngineArgument[]> {
    const engine = get(id);
    const pinned = engine.pinnedArguments?.() ?? [];
    const now = await health(id);
    if (now.status !== "ready" || !engine.helper) return pinned;
    try {
      return await told.told(id, now);
    } catch (error) {
      // Of this very version they are known anyway.
      if (engine.describe(now).pinnedVersion === now.version) return pinned;
      throw error;
    }
  }

  async function knownArguments(id: string): Promise<readonly EngineArgument[] | null> {
    const now = await health(id);
    return now.status === "ready" && get(id).helper ? told.known(id, now) : null;
  }

  const isOurs = (id: string) => given(id) === undefined;
  return {
    get,
    all: () => engines,
    health,
    python,
    isOurs,
    catalog,
    templates: async (id) => (await state(id, false))?.result.templates ?? null,
    arguments: allArguments,
    knownArguments,
    ask,
    close: helpers.close,
  };
}

/** An engine that needs no environment of its own. */
function bare(engine: Engine, python: string): ProbeResult {
  return {
    health: { status: "ready", python, version: "0", packages: {} },
    catalog: { engine: engine.id, version: "0", groups: [], templates: [] },
    templates: null,
  };
}
