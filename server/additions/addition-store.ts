// Owns everything that can be chosen beside the engine's own: examples and the user's files, each with what is wrong with it.
// Refuses to hide a file: one that cannot be read is listed with its problem, and stops no other.
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkGroup, checkTemplate } from "../../contract/addition-check.ts";
import { GROUP_NAME, TEMPLATE_NAME } from "../../contract/addition-name.ts";
import type { Additions, ModelGroupEntry, TemplateEntry } from "../../contract/template.ts";
import type { LaunchAdditions } from "../engine-interface/plan.ts";
import { homePaths } from "../home.ts";
import { type AdditionFile, listAdditionFiles } from "./addition-files.ts";
import { type Read, readGroupText, readTemplateText } from "./definition-text.ts";
import type { EngineKnowledge } from "./engine-knowledge.ts";
import { createPlugins } from "./plugins.ts";
import { problemText } from "./problem-text.ts";

const ENDINGS = [".yaml", ".yml"];
const configs = fileURLToPath(new URL("../../configs", import.meta.url));

export type AdditionStore = ReturnType<typeof createAdditionStore>;

export function createAdditionStore({
  home,
  knowledge,
}: {
  home: string;
  /** Null while the engine is not installed. */
  knowledge: (engine: string) => Promise<EngineKnowledge | null>;
}) {
  const paths = homePaths(home);
  const plugins = createPlugins(paths.plugins, paths.trash);

  const filesIn = (name: string, own: string) => [
    ...listAdditionFiles(join(configs, name), ENDINGS, "example"),
    ...listAdditionFiles(own, ENDINGS, "user"),
  ];

  async function list(engine: string): Promise<Additions> {
    const known = await knowledge(engine);
    const templates = filesIn("templates", paths.templates).map((file) =>
      entryOf(file, readTemplateText, (name) => ({ name: TEMPLATE_NAME.test(name) ? name : "unreadable" })),
    );
    const groups = filesIn("model-groups", paths.modelGroups).map((file) =>
      entryOf(file, readGroupText, (name) => ({
        name: GROUP_NAME.test(name) ? name : "unreadable",
        models: {},
      })),
    );
    const found = plugins.list();
    const agreed = found.filter(({ consented }) => consented).flatMap(({ registers }) => registers);
    const all: Additions = {
      templates: [...ofEngine(known?.templates), ...templates],
      groups: [...ofEngine(known?.groups), ...groups],
      plugins: found.map((plugin) => {
        const taken = plugin.registers.find((name) => known?.pluginNames.includes(name));
        return taken ? { ...plugin, problem: `The engine has a plugin ${taken} already.` } : plugin;
      }),
      ...(known ? knownWords(known) : wordsOf(templates)),
      pluginNames: [...(known ?? wordsOf(templates)).pluginNames, ...agreed],
    };
    for (const entry of all.templates) entry.problem ??= problemOf(entry, checkTemplate, all);
    for (const entry of all.groups) entry.problem ??= problemOf(entry, checkGroup, all);
    return all;
  }

  return {
    list,
    plugins,
    /** What a run may take with it. */
    async usable(engine: string): Promise<LaunchAdditions> {
      const all = await list(engine);
      const isUsable = ({ origin, problem }: TemplateEntry | ModelGroupEntry) =>
        origin !== "engine" && problem === null;
      return {
        templates: all.templates.filter(isUsable).map(({ definition }) => definition),
        groups: all.groups.filter(isUsable).map(({ definition }) => definition),
        plugins: all.plugins.filter(({ consented, problem }) => consented && problem === null),
      };
    },
  };
}

type Entry<T> = {
  origin: Additions["templates"][number]["origin"];
  definition: T;
  file: string | null;
  problem: string | null;
};

function entryOf<T>(
  file: AdditionFile,
  read: (text: string) => Read<T>,
  standIn: (name: string) => T,
): Entry<T> {
  const { origin, path, stem, content } = file;
  const found = "text" in content ? read(content.text) : { problem: content.unreadable };
  if ("definition" in found) return { origin, file: path, definition: found.definition, problem: null };
  return { origin, file: path, definition: standIn(stem), problem: `${basename(path)}: ${found.problem}` };
}

const ofEngine = <T>(definitions: readonly T[] | undefined): Entry<T>[] =>
  (definitions ?? []).map((definition) => ({ origin: "engine", definition, file: null, problem: null }));

const knownWords = ({ pluginNames, toolFormats, templateClasses }: EngineKnowledge) => ({
  pluginNames,
  toolFormats,
  templateClasses,
});

/** Without an engine nobody can say that a word is unknown. */
function wordsOf(entries: readonly TemplateEntry[]) {
  const definitions = entries.map(({ definition }) => definition);
  return {
    pluginNames: definitions.flatMap(({ mm_plugin }) => mm_plugin?.name ?? []),
    toolFormats: definitions.flatMap(({ tool_format }) => tool_format ?? []),
    templateClasses: definitions.flatMap(({ template_class }) => template_class ?? []),
  };
}

function problemOf<T>(
  entry: Entry<T>,
  check: (definition: T, known: Additions, file: string | null) => Parameters<typeof problemText>[0][],
  known: Additions,
): string | null {
  if (entry.origin === "engine") return null;
  const [first] = check(entry.definition, known, entry.file);
  return first ? problemText(first) : null;
}
