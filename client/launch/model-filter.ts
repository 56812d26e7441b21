// Owns which models of the long list are shown: by words, group, size and what they can, with headings between them.
import type { ModelOption } from "./model-options.ts";

export const SIZES = ["upTo1", "upTo4", "upTo10", "upTo40", "above40"] as const;
const KINDS = ["chat", "base"] as const;
const ABILITIES = ["sees", "thinks"] as const;
export const MARKS = [...SIZES, ...KINDS, ...ABILITIES] as const;
export type Mark = (typeof MARKS)[number];

export const PLACES = ["all", "here", "recent"] as const;
export type Place = (typeof PLACES)[number];

export type ModelFilter = {
  query: string;
  place: Place;
  /** A model group of the engine; null for all. */
  group: string | null;
  marks: ReadonlySet<Mark>;
};

export const noFilter: ModelFilter = { query: "", place: "all", group: null, marks: new Set() };

/** A model with what a search looks through, made once for many key presses. */
export type Searchable = { option: ModelOption; text: string; marks: ReadonlySet<Mark> };

function sizeMark(billions: number): Mark {
  if (billions <= 1) return "upTo1";
  if (billions <= 4) return "upTo4";
  if (billions <= 10) return "upTo10";
  return billions <= 40 ? "upTo40" : "above40";
}

function marksOf({ billions, place, base, template, multimodal, thinks }: ModelOption): ReadonlySet<Mark> {
  const marks = new Set<Mark>();
  if (billions !== null) marks.add(sizeMark(billions));
  // Of a folder on this machine nobody knows whether it has seen a chat, unless its template is known.
  if (base) marks.add("base");
  else if (template !== null || place === "catalog") marks.add("chat");
  if (multimodal) marks.add("sees");
  if (thinks) marks.add("thinks");
  return marks;
}

export function searchable(options: readonly ModelOption[]): Searchable[] {
  return options.map((option) => ({
    option,
    text: [option.name, option.group ?? "", ...Object.values(option.ids), option.value]
      .join("\n")
      .toLowerCase(),
    marks: marksOf(option),
  }));
}

/** Marks of one kind are either-or; those of different kinds must all hold. */
function fitsMarks(has: ReadonlySet<Mark>, wanted: ReadonlySet<Mark>): boolean {
  const anyOf = (kind: readonly Mark[]) => {
    const asked = kind.filter((mark) => wanted.has(mark));
    return asked.length === 0 || asked.some((mark) => has.has(mark));
  };
  return anyOf(SIZES) && anyOf(KINDS) && ABILITIES.every((mark) => !wanted.has(mark) || has.has(mark));
}

export function filterModels(
  all: readonly Searchable[],
  { query, place, group, marks }: ModelFilter,
  recent: readonly string[],
): ModelOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isRecent = ({ value, ids }: ModelOption) =>
    recent.includes(value) || Object.values(ids).some((id) => recent.includes(id));
  const found = all
    .filter(
      ({ option, text, marks: has }) =>
        words.every((word) => text.includes(word)) &&
        (group === null || option.group === group) &&
        (place !== "here" || option.place !== "catalog") &&
        (place !== "recent" || isRecent(option)) &&
        fitsMarks(has, marks),
    )
    .map(({ option }) => option);
  if (place !== "recent") return words.length === 0 ? found : bestFirst(found, words);
  const age = ({ value, ids }: ModelOption) =>
    recent.findIndex((each) => each === value || Object.values(ids).includes(each));
  return found.sort((a, b) => age(a) - age(b));
}

/** Names that begin with what was typed, then names with it, then those found by group or id. */
function bestFirst(found: readonly ModelOption[], words: readonly string[]): ModelOption[] {
  const [first = ""] = words;
  const rank = (name: string) =>
    name.startsWith(first) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2;
  return found
    .map((option) => ({ option, rank: rank(option.name.toLowerCase()) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}

export type ModelRow =
  | { kind: "heading"; key: string; heading: { group: string } | { place: "demo" | "folder" | "run" } }
  | { kind: "model"; key: string; option: ModelOption };

/** The models with a heading wherever the group or the place changes. */
export function modelRows(options: readonly ModelOption[], headings: boolean): ModelRow[] {
  let last = "";
  return options.flatMap((option): ModelRow[] => {
    const row: ModelRow = { kind: "model", key: option.value, option };
    const { group, place } = option;
    const name = group ?? place;
    if (!headings || name === last) return [row];
    last = name;
    const heading = group !== null ? { group } : place === "catalog" ? { group: "" } : { place };
    return [{ kind: "heading", key: `heading ${name}`, heading }, row];
  });
}
