// Owns what the edges may ask about templates, model groups and plugins beside the engine's own.
// Refuses to change the engine's, the examples, or a file that it cannot read.
import { basename } from "node:path";
import { type AdditionProblem, checkGroup, checkTemplate } from "../../contract/addition-check.ts";
import { TEMPLATE_NAME } from "../../contract/addition-name.ts";
import type { ModelGroupEntry, TemplateEntry } from "../../contract/template.ts";
import { homePaths } from "../home.ts";
import type { AdditionsService } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import { listAdditionFiles, saveAdditionFile, trashAdditionFile } from "./addition-files.ts";
import type { AdditionStore } from "./addition-store.ts";
import {
  newGroupText,
  newTemplateText,
  type Read,
  readDefinitions,
  readGroupText,
  readTemplateText,
} from "./definition-text.ts";
import { type Ask, createHelperQuestions } from "./helper-questions.ts";
import { problemText } from "./problem-text.ts";

const PYTHON = /\bregister_(?:template|model_group)\s*\(/;

export function createAdditions({
  home,
  ask,
  store,
}: {
  home: string;
  /** A question to the engine's own code. */
  ask: Ask;
  store: AdditionStore;
}): AdditionsService {
  const paths = homePaths(home);
  const questions = createHelperQuestions(ask);

  async function save<T extends { name: string }>(change: Change<T>): Promise<void> {
    const { name, definition, entries, folder, problems } = change;
    const mine = entries.find((entry) => entry.origin === "user" && entry.definition.name === name);
    const texts = listAdditionFiles(folder, [".yaml", ".yml"], "user");
    const before = texts.find(({ path }) => path === mine?.file)?.content;
    const found = problems(mine?.file ?? null);
    if (found.length > 0) throw invalid(definition.name, found);
    const isRenamed = mine !== undefined && definition.name !== name;
    const fileName = mine?.file && !isRenamed ? basename(mine.file) : `${definition.name}.yaml`;
    const inTheWay = texts.find(({ path }) => basename(path) === fileName && path !== mine?.file);
    const old = before && "text" in before ? before.text : null;
    const isBroken = mine !== undefined && (old === null || "problem" in change.read(old));
    if (inTheWay || isBroken)
      throw new StudioError({
        code: "addition.invalid",
        message: `${fileName} is not overwritten.`,
        reason: mine?.problem ?? "There is a file of this name that holds something else.",
        hint: "Correct or remove that file, or choose another name.",
      });
    saveAdditionFile(folder, fileName, change.text(definition, old), paths.trash);
    if (isRenamed && mine.file) trashAdditionFile(mine.file, paths.trash);
  }

  function remove(name: string, entries: readonly (TemplateEntry | ModelGroupEntry)[]): void {
    const mine = entries.find(({ origin, definition }) => origin === "user" && definition.name === name);
    if (!mine?.file) throw notFound(name);
    trashAdditionFile(mine.file, paths.trash);
  }

  return {
    list: (engine) => store.list(engine),

    read: async (engine, text) => (PYTHON.test(text) ? questions.calls(engine, text) : readDefinitions(text)),

    async render(engine, request) {
      if (typeof request.template !== "string") return questions.render(engine, request);
      const { templates } = await store.list(engine);
      const own = templates.find(
        ({ origin, definition }) => origin !== "engine" && definition.name === request.template,
      );
      return questions.render(engine, own ? { ...request, template: own.definition } : request);
    },

    async saveTemplate(engine, name, definition) {
      const known = await store.list(engine);
      await save({
        name,
        definition,
        entries: known.templates,
        folder: paths.templates,
        read: readTemplateText,
        text: newTemplateText,
        problems: (file) => checkTemplate(definition, known, file),
      });
      return saved(definition.name, (await store.list(engine)).templates);
    },
    async removeTemplate(engine, name) {
      remove(name, (await store.list(engine)).templates);
    },

    async saveGroup(engine, name, definition) {
      const known = await store.list(engine);
      await save({
        name,
        definition,
        entries: known.groups,
        folder: paths.modelGroups,
        read: readGroupText,
        text: newGroupText,
        problems: (file) => checkGroup(definition, known, file),
      });
      return saved(definition.name, (await store.list(engine)).groups);
    },
    async removeGroup(engine, name) {
      remove(name, (await store.list(engine)).groups);
    },

    async savePlugin(engine, name, { code, consent }) {
      if (!TEMPLATE_NAME.test(name))
        throw invalid(name, [{ path: "name", code: "name-invalid", params: { name } }]);
      const mistake = await questions.pythonMistake(engine, code);
      if (mistake !== null)
        throw new StudioError({
          code: "addition.invalid",
          message: "This is not Python that the engine could run.",
          reason: mistake,
          hint: "Correct this line, then save again.",
        });
      store.plugins.save(name, code, consent);
      const entry = (await store.list(engine)).plugins.find((plugin) => plugin.name === name);
      if (!entry) throw notFound(name);
      return entry;
    },
    async removePlugin(_, name) {
      const entry = store.plugins.list().find((plugin) => plugin.name === name);
      if (!entry) throw notFound(name);
      store.plugins.remove(entry);
    },
  };
}

type Change<T> = {
  /** The name it had, or the new one's. */
  name: string;
  definition: T;
  entries: readonly (Omit<TemplateEntry, "definition"> & { definition: { name: string } })[];
  folder: string;
  read: (text: string) => Read<T>;
  text: (definition: T, before: string | null) => string;
  problems: (file: string | null) => AdditionProblem[];
};

function saved<T extends TemplateEntry | ModelGroupEntry>(name: string, entries: readonly T[]): T {
  const entry = entries.find(({ origin, definition }) => origin === "user" && definition.name === name);
  if (!entry) throw notFound(name);
  return entry;
}

function invalid(name: string, problems: readonly AdditionProblem[]): StudioError {
  const [first] = problems;
  return new StudioError({
    code: "addition.invalid",
    message: name === "" ? "This cannot be saved as it is." : `${name} cannot be saved as it is.`,
    reason: first ? problemText(first) : undefined,
    problems: problems.map((problem) => ({
      path: problem.path,
      line: null,
      severity: "error",
      code: `addition.${problem.code}`,
      message: problemText(problem),
      params: problem.params,
    })),
  });
}

function notFound(name: string): StudioError {
  return new StudioError({
    code: "addition.not-found",
    message: `There is nothing of yours called ${name}.`,
    hint: "Reload the list; the engine's own and the examples cannot be changed.",
  });
}
