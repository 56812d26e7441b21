// Owns which of the user's templates, model groups and plugins a run takes with it, as files of its own folder.
// Refuses to read today's definition where an earlier attempt or the merged training has kept its own.
import { join } from "node:path";
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import type { LaunchAdditions, LaunchPlan, PlanInput } from "../../engine-interface/plan.ts";
import { textOf } from "../../engine-kit/values.ts";
import { ours } from "./places.ts";

type Files = LaunchPlan["files"];
export type ReadText = (path: string) => string | null;

const FILE = "additions.json";
const pluginFile = (name: string) => `additions-plugin-${name}.py`;

/** What the config names: its template, the group its model and template come from, and the plugins those need. */
function used(doc: ConfigDocument, known: LaunchAdditions): LaunchAdditions {
  const model = textOf(doc, "model_name_or_path");
  const name = textOf(doc, "template");
  const groups = known.groups.filter(
    ({ models, template }) =>
      (template ?? name) === name &&
      Object.entries(models).some(
        ([each, hubs]) => model !== null && (each === model || Object.values(hubs).includes(model)),
      ),
  );
  const templates = known.templates.filter((template) => template.name === name);
  const needed = templates.flatMap(({ mm_plugin }) => mm_plugin?.name ?? []);
  const plugins = known.plugins.filter(({ registers }) => registers.some((each) => needed.includes(each)));
  return { templates, groups, plugins };
}

function filesOf({ templates, groups, plugins }: LaunchAdditions): Files {
  if (templates.length + groups.length === 0) return [];
  const rows = plugins.map(({ name, sha256 }) => ({ file: pluginFile(name), sha256 }));
  const text = `${JSON.stringify({ plugins: rows, templates, groups }, null, 2)}\n`;
  return [{ name: FILE, text }, ...plugins.map(({ name, code }) => ({ name: pluginFile(name), text: code }))];
}

/** The files that a run wrote when it began. */
function keptIn(folder: string, read: ReadText): Files | null {
  const text = read(join(folder, FILE));
  if (text === null) return null;
  const names = [...text.matchAll(/"file": "(additions-plugin-[^"/\\]+\.py)"/g)].flatMap(
    (match) => match[1] ?? [],
  );
  return [{ name: FILE, text }, ...names.map((name) => ({ name, text: read(join(folder, name)) ?? "" }))];
}

/**
 * Where the weights were trained with a definition, that one goes on: labels, chat template and stop words of a resumed
 * or merged run must be the ones the model has learnt. A run that begins anew takes today's.
 */
function filesFor({ spec, runDir, home, resumeFrom, additions }: PlanInput, read: ReadText): Files {
  const kept = resumeFrom !== null ? keptIn(runDir, read) : null;
  const parents =
    spec.parent !== undefined && spec.kind !== "train" ? keptIn(join(home, "runs", spec.parent), read) : null;
  return kept ?? parents ?? (additions ? filesOf(used(readConfig(spec.config), additions)) : []);
}

const ASSIGNMENT = /^[A-Z_]+=/;

/** The engine's own command line knows nothing of these files, so the command for a shell is ours then. */
export function withAdditions(plan: LaunchPlan, input: PlanInput, read: ReadText): LaunchPlan {
  const files = filesFor(input, read);
  if (files.length === 0) return plan;
  const argv = [...plan.argv, join(input.runDir, FILE)];
  const set = plan.command.filter((word) => ASSIGNMENT.test(word) && !word.startsWith("FORCE_TORCHRUN="));
  return {
    ...plan,
    files: [...plan.files, ...files],
    argv,
    command: ["env", ...set, `PYTHONPATH=${ours.python}`, ...argv],
  };
}
