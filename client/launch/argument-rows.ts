// Owns every key of the engine as a row to search and set: with our words where a field has them, else with the engine's.
import type { ConfigDocument } from "@/contract/config-document.ts";
import type { EngineArgument, EngineDescription, FieldControl, FieldSpec } from "@/contract/engine.ts";
import type { LocalText } from "@/contract/text.ts";
import { isModified } from "./field-view.ts";

export type ArgumentRow = {
  spec: FieldSpec;
  /** False: the label is the key itself, the help is the engine's. */
  curated: boolean;
  /** Where it stands among all arguments: the engine's group, and its heading there. */
  of: string;
  section: string | null;
  /** What a search looks through, in lower case. */
  text: string;
};

/** The engine's group, and its heading inside it where there is one. */
export type ArgumentSection = { id: string; of: string; name: string | null; rows: ArgumentRow[] };

function controlOf(argument: EngineArgument): FieldControl {
  if (argument.choices)
    return {
      type: "choice",
      options: argument.choices.map((value) => ({ value, label: { en: value, zh: value } })),
    };
  switch (argument.kind) {
    case "boolean":
      return { type: "switch" };
    case "integer":
      return { type: "number", integer: true };
    case "number":
      return { type: "number", integer: false };
    case "text":
      return { type: "text" };
    case "any":
      return { type: "value" };
  }
}

function specOf(argument: EngineArgument): FieldSpec {
  const both = (words: string): LocalText => ({ en: words, zh: words });
  return {
    path: argument.name,
    group: argument.of,
    label: both(argument.name),
    help: both(argument.help),
    control: controlOf(argument),
    engineDefault: argument.default,
    level: "advanced",
  };
}

function searchText({ path, label, help }: FieldSpec, group: string): string {
  return [path, path.replaceAll("_", " "), label.en, label.zh, help.en, help.zh, group]
    .join("\n")
    .toLowerCase();
}

type Described = Pick<EngineDescription, "fields" | "groups">;

/** In the engine's order; fields of ours whose key the engine did not tell come first. */
export function argumentRows(engine: Described, known: readonly EngineArgument[]): ArgumentRow[] {
  const ours = new Map(engine.fields.map((field) => [field.path, field]));
  const groups = new Map(engine.groups.map((group) => [group.id, `${group.label.en} ${group.label.zh}`]));
  const names = new Set(known.map(({ name }) => name));
  const row = (
    spec: FieldSpec,
    curated: boolean,
    { of, section }: Pick<EngineArgument, "of" | "section">,
  ): ArgumentRow => ({
    spec,
    curated,
    of,
    section,
    text: searchText(spec, `${groups.get(spec.group) ?? ""} ${of} ${section ?? ""}`),
  });
  return [
    ...engine.fields
      .filter(({ path }) => !names.has(path))
      .map((field) => row(field, true, { of: "form", section: null })),
    ...known.map((argument) => {
      const field = ours.get(argument.name);
      return row(field ?? specOf(argument), field !== undefined, argument);
    }),
  ];
}

/** The rows under the engine's own headings, in the order in which these come; in each group, those without one first. */
export function argumentSections(rows: readonly ArgumentRow[]): ArgumentSection[] {
  const byHeading = Map.groupBy(rows, ({ of, section }) => `${of}/${section ?? ""}`);
  const sections = [...byHeading].flatMap(([id, members]) => {
    const [first] = members;
    return first ? [{ id, of: first.of, name: first.section, rows: members }] : [];
  });
  const groups = [...new Set(sections.map(({ of }) => of))];
  const place = ({ of, name }: ArgumentSection) => 2 * groups.indexOf(of) + (name === null ? 0 : 1);
  return sections.sort((a, b) => place(a) - place(b));
}

/** Every word must be found; a key that begins with what was typed comes first. */
export function searchRows(rows: readonly ArgumentRow[], query: string): ArgumentRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const wanted = words.join("_");
  const rank = ({ spec, text }: ArgumentRow) =>
    spec.path.startsWith(wanted) ? 0 : spec.path.includes(wanted) ? 1 : text.includes(wanted) ? 2 : 3;
  return rows
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((row) => ({ row, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }) => row);
}

export function changedRows(rows: readonly ArgumentRow[], doc: Pick<ConfigDocument, "get">): number {
  return rows.filter(({ spec }) => isModified(spec, doc)).length;
}
