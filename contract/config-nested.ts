// Owns editing deep inside a config: a key of a mapping in a list, a member of that list. Everything else stays as it was typed.
// Refuses to interpret keys.
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { type ConfigDocument, type ConfigValue, entryText, itemText, readConfig } from "./config-document.ts";

export type ConfigPlace = readonly [string, ...(string | number)[]];

export function valueAt(
  doc: Pick<ConfigDocument, "get">,
  [top, ...rest]: ConfigPlace,
): ConfigValue | undefined {
  return rest.reduce<ConfigValue | undefined>((value, step) => {
    if (Array.isArray(value)) return typeof step === "number" ? value[step] : undefined;
    return typeof value === "object" && value !== null && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  }, doc.get(top));
}

/** The value with what is below `place` set, or removed (undefined). A step that leads nowhere makes a list or a mapping. */
function changed(
  value: ConfigValue | undefined,
  [step, ...rest]: readonly (string | number)[],
  next: ConfigValue | undefined,
): ConfigValue | undefined {
  if (step === undefined) return next;
  if (typeof step === "number") {
    const list = Array.isArray(value) ? [...value] : [];
    const item = changed(list[step], rest, next);
    list.splice(step, 1, ...(item === undefined ? [] : [item]));
    return list.length === 0 ? null : list;
  }
  const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
  const { [step]: before, ...others } = isMapping ? value : {};
  const item = changed(before, rest, next);
  if (item === undefined) return others;
  return before === undefined ? { ...others, [step]: item } : { ...(isMapping ? value : {}), [step]: item };
}

/** A new document with the value at `place` set (a list grows by the index after its last) or removed (undefined). */
export function setIn(
  doc: ConfigDocument,
  place: ConfigPlace,
  value: ConfigValue | undefined,
): ConfigDocument {
  const [top, ...rest] = place;
  if (doc.problems.length > 0) return doc;
  if (rest.length === 0) return doc.with({ [top]: value });
  const wanted = changed(doc.get(top), rest, value) ?? null;
  // Where a mapping stands on one line, that line is written anew.
  for (let depth = place.length; depth > 1; depth -= 1) {
    const [, ...above] = place.slice(0, depth);
    const part = changed(valueAt(doc, [top, ...above]), rest.slice(depth - 1), value);
    const spliced = splice(doc.text, [top, ...above], part);
    const next = spliced === null ? null : readConfig(spliced);
    const isMeant =
      next?.problems.length === 0 && JSON.stringify(next.get(top) ?? null) === JSON.stringify(wanted);
    if (next && isMeant) return next;
  }
  return doc.with({ [top]: wanted });
}

/** The text with just this place edited; null where it is not written as a block. */
function splice(text: string, place: ConfigPlace, value: ConfigValue | undefined): string | null {
  const root = parseDocument(text, { version: "1.2", uniqueKeys: false });
  const step = place.at(-1);
  const parent = root.getIn(place.slice(0, -1), true);
  if (isMap(parent) && !parent.flow && typeof step === "string") return splicePair(text, parent, step, value);
  if (isSeq(parent) && !parent.flow && typeof step === "number") return spliceItem(text, parent, step, value);
  return null;
}

const lineStart = (text: string, at: number) => text.lastIndexOf("\n", at - 1) + 1;
function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}
const cut = (text: string, from: number, to: number, between = "") =>
  text.slice(0, from) + between + text.slice(to);

function keyStart(pair: Pair | undefined): number | null {
  return pair && isScalar(pair.key) && pair.key.range ? pair.key.range[0] : null;
}

/** Where the colon of a pair is, and where its value ends. */
function extent(text: string, pair: Pair): { colon: number; end: number } | null {
  if (!isScalar(pair.key) || !pair.key.range) return null;
  const colon = text.indexOf(":", pair.key.range[1]);
  const end = isNode(pair.value) && pair.value.range ? Math.max(pair.value.range[1], colon + 1) : colon + 1;
  return { colon, end: Math.max(colon + 1, text.slice(0, end).trimEnd().length) };
}

function splicePair(text: string, map: YAMLMap, key: string, value: ConfigValue | undefined): string | null {
  const pairs = map.items;
  const at = pairs.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  const [first] = pairs;
  const from = keyStart(first);
  if (!first || from === null) return null;
  const column = from - lineStart(text, from);
  const pair = pairs[at];
  if (!pair) {
    const last = pairs.at(-1);
    const whole = last ? extent(text, last) : null;
    if (value === undefined || whole === null) return value === undefined ? text : null;
    const end = lineEnd(text, whole.end);
    return cut(text, end, end, `\n${" ".repeat(column)}${itemText({ [key]: value }, column)}`);
  }
  const start = keyStart(pair);
  const whole = extent(text, pair);
  if (start === null || whole === null) return null;
  if (value !== undefined) return cut(text, whole.colon + 1, whole.end, entryText(value, column));
  if (pairs.length === 1) return cut(text, start, whole.end, "{}");
  const next = keyStart(pairs[at + 1]);
  // The first key of a list's member stands behind its dash: the next one takes its place.
  if (text.slice(lineStart(text, start), start).trim() !== "")
    return next === null ? null : cut(text, start, next);
  return cut(text, lineStart(text, start), Math.min(lineEnd(text, whole.end) + 1, text.length));
}

function spliceItem(
  text: string,
  list: YAMLSeq,
  index: number,
  value: ConfigValue | undefined,
): string | null {
  const ends = list.items.map((item) => {
    if (!isNode(item) || !item.range) return null;
    const dash = text.lastIndexOf("-", item.range[0] - 1);
    return {
      dash,
      start: item.range[0],
      end: Math.max(dash + 1, text.slice(0, item.range[1]).trimEnd().length),
    };
  });
  const [first] = ends;
  const last = ends.at(-1);
  if (!first || !last) return null;
  const column = first.dash - lineStart(text, first.dash);
  if (index >= ends.length) {
    if (value === undefined) return text;
    const end = lineEnd(text, last.end);
    return cut(text, end, end, `\n${" ".repeat(column)}- ${itemText(value, column + 2)}`);
  }
  const item = ends[index];
  if (!item) return null;
  if (value !== undefined) return cut(text, item.start, item.end, itemText(value, column + 2));
  if (ends.length === 1) return null;
  return cut(text, lineStart(text, item.dash), Math.min(lineEnd(text, item.end) + 1, text.length));
}
