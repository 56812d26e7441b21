// Owns asking an engine's Python what is installed there. Refuses to import the engine unless told to: that takes seconds.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { EngineCatalog, type EngineHealth } from "../../contract/engine.ts";
import { TemplateDefinition } from "../../contract/template.ts";
import type { EngineProbe, EngineTemplates } from "../engine-interface/questions.ts";
import { askPython } from "./system-python.ts";

const run = promisify(execFile);
const ProbeAnswer = EngineCatalog.extend({
  packages: z.record(z.string(), z.string()),
  definitions: z
    .object({
      // One that does not fit is missing here; the engine has it all the same.
      templates: z
        .array(z.unknown())
        .transform((list) => list.flatMap((item) => TemplateDefinition.safeParse(item).data ?? [])),
      pluginNames: z.array(z.string()),
      toolFormats: z.array(z.string()),
      templateClasses: z.array(z.string()),
    })
    .optional(),
});

type Broken = Extract<EngineHealth, { status: "broken" }>;
export type ProbeResult =
  | { health: Broken; catalog: null; templates: null }
  | {
      health: Extract<EngineHealth, { status: "ready" }>;
      catalog: EngineCatalog;
      templates: EngineTemplates | null;
    };

/** What a failed child said, without the command line that Node puts in front. */
function saidBy(error: unknown): string {
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  return stderr === "" ? String(error instanceof Error ? error.message : error) : stderr;
}

type Said = Pick<Broken, "message" | "hint" | "why" | "params">;

function broken(
  python: string,
  said: Said,
  details = "",
): { health: Broken; catalog: null; templates: null } {
  return {
    health: { status: "broken", python, ...said, details: details.slice(-8000) },
    catalog: null,
    templates: null,
  };
}

/** Reads the installed engine's source: a fifth of a second. */
export async function probeEngine(python: string, name: string, probe: EngineProbe): Promise<ProbeResult> {
  const version = await askPython(python);
  if (version === null)
    return broken(python, {
      why: "no-python",
      params: { python },
      message: `${python} is not a Python that runs.`,
      hint: "Name the python program of an environment that has the engine.",
    });
  if (!version.usable)
    return broken(python, {
      why: "old-python",
      params: { name, version: version.version },
      message: `${name} needs Python 3.11 or newer; this environment has ${version.version}.`,
      hint: "Make the environment anew with a newer Python, or let Anneal install one.",
    });
  try {
    const { stdout } = await run(python, [probe.script], { timeout: 60_000, maxBuffer: 64 * 1024 * 1024 });
    const { packages, definitions, ...catalog } = ProbeAnswer.parse(JSON.parse(stdout));
    const health = { status: "ready", python, version: catalog.version, packages } as const;
    return { health, catalog, templates: definitions ?? null };
  } catch (error) {
    const said = saidBy(error);
    const last = said.split("\n").at(-1) ?? "";
    if (/is not installed in this (?:environment|Python)/.test(last))
      return broken(
        python,
        {
          why: "absent",
          params: { name, python },
          message: `${name} is not installed in the environment of ${python}.`,
          hint: `Name the Python of an environment that has ${name} with --engine-python, or let Anneal install one.`,
        },
        said,
      );
    return broken(
      python,
      {
        why: "unreadable",
        params: { name, said: last },
        message: last || `${name} could not be read.`,
        hint: `Repair the installation of ${name} in Settings, or name another Python with --engine-python.`,
      },
      said,
    );
  }
}

/** Imports the engine for real. Null when that works. */
export async function importEngine(python: string, name: string, probe: EngineProbe): Promise<Broken | null> {
  const env = { ...process.env, HF_HUB_OFFLINE: "1", CUDA_VISIBLE_DEVICES: process.env.CUDA_VISIBLE_DEVICES };
  try {
    await run(python, ["-c", probe.imports], { timeout: 300_000, maxBuffer: 64 * 1024 * 1024, env });
    return null;
  } catch (error) {
    const said = saidBy(error);
    const lines = said.split("\n");
    const named = lines.findLast((line) => /^\w[\w.]*(?:Error|Exception|Interrupt)\b/.test(line));
    const reason = named ?? lines.at(-1) ?? "no reason given";
    return broken(
      python,
      {
        why: "no-import",
        params: { name, said: reason },
        message: `${name} is there but does not import: ${reason}`,
        hint: "One of its packages is missing or of another version. Repair the installation in Settings.",
      },
      said,
    ).health;
  }
}
