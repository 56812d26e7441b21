// Owns the engines of this studio with their state on this machine, as runs and services see them.
import type { EngineArgument, EngineCatalog, EngineHealth } from "../../contract/engine.ts";
import type { RunKind } from "../../contract/run.ts";
import type { Engine } from "./engine.ts";
import type { LaunchAdditions } from "./plan.ts";
import type { EngineTemplates } from "./questions.ts";

/** The engines of this studio with their state on this machine; what runs and services see of them. */
export interface EngineHost {
  /** Throws StudioError engine.not-found. */
  get(id: string): Engine;
  all(): readonly Engine[];
  /** Cached; `fresh` looks again. */
  health(id: string, fresh?: boolean): Promise<EngineHealth>;
  /** The interpreter a run of this kind needs (setup: the system's); throws engine.not-ready with what to do. */
  python(id: string, kind: RunKind): Promise<string>;
  /** False where the environment was named by the user: it is never changed. Left out where there is none. */
  isOurs?(id: string): boolean;
  /** Null while the engine is not installed. */
  catalog(id: string): Promise<EngineCatalog | null>;
  /** Null while the engine is not installed, or where it tells of none. */
  templates(id: string): Promise<EngineTemplates | null>;
  /** Every key of the engine; waits for the installed one to tell. Throws like ask(). */
  arguments(id: string): Promise<readonly EngineArgument[]>;
  /** The same without waiting: null until the installed engine has told. */
  knownArguments(id: string): Promise<readonly EngineArgument[] | null>;
  /** One question to the engine's own code. Throws engine.not-ready, engine.refused (its words), or engine.failed. */
  ask(id: string, method: string, params: unknown): Promise<unknown>;
  /** What the user and the examples add; a host without such files has none. */
  additions?(id: string): Promise<LaunchAdditions>;
  /** Ends what was started to be asked. */
  close(): Promise<void>;
}
