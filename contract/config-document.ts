// Owns one engine config as text: reading, setting and deleting keys with comments, order and unknown keys kept.
// Refuses to interpret keys; engines do that. Needs the yaml package beside zod (docs/decisions/002).
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { syntaxProblems, unfoldingProblem } from "./config-syntax.ts";
import type { Problem } from "./problem.ts";

export type ConfigScalar = string | number | boolean;
export type ConfigValue = ConfigScalar | null | ConfigValue[] | { [key: string]: ConfigValue };

/** Aliases beyond this are an attack, not a config. */
const MAX_ALIASES = 100;
const PARSING = { version: "1.2", uniqueKeys: false } as const;
/** Words and shapes that YAML 1.1 readers (PyYAML, OmegaConf) take for something else than text. */
const NEEDS_QUOTES =
  /^(?:|~|null|true|false|yes|no|on|off|y|n|[-+.\d,?].*|<<|=|.*[:#{}[\]&*!|>'"%@`$\\].*|.*\s|\s.*)$/is;
/** Characters that YAML readers refuse, or take for the end of a line, wherever they stand as they are. */
const UNPRINTABLE = /[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u;
/** Those of them that JSON lets stand. */
const LEFT_BY_JSON = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu;

export type ConfigDocument = {
  readonly text: string;
  /** Syntax errors with their lines; the other members see an empty config while there are any. */
  readonly problems: readonly Problem[];
  readonly keys: readonly string[];
  get(key: string): ConfigValue | undefined;
  /** 1-based line of a top-level key, or null. */
  lineOf(key: string): number | null;
  /** A new document with the key set (in place when it exists, appended when not) or removed (undefined). */
  with(changes: Readonly<Record<string, ConfigValue | undefined>>): ConfigDocument;
  /** A new document with one word or number deep inside replaced where it stands: ["datasets", 0, "path"]. */
  withAt(place: readonly (string | number)[], value: ConfigScalar): ConfigDocument;
};

function toPlain(value: unknown): ConfigValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]) => [String(key), toPlain(item)]));
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
  return String(value);
}

/** Text of a number that every YAML reader takes for a number: PyYAML sees a float only with a dot, 5.0e-5. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  const text = value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential() : String(value);
  return text.replace(/^(-?\d+)e/, "$1.0e");
}

/** JSON is YAML, but for characters that JSON lets stand. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    LEFT_BY_JSON,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** One-line YAML that PyYAML, OmegaConf and YAML 1.2 readers all read back as this very value. */
export function valueText(value: ConfigValue, inFlow = false): string {
  if (value === null) return "null";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string")
    return NEEDS_QUOTES.test(value) ||
      UNPRINTABLE.test(value) ||
      (inFlow && /[^\p{L}\p{N}\w./+-]/u.test(value))
      ? quoted(value)
      : value;
  if (Array.isArray(value)) return `[${value.map((item) => valueText(item, true)).join(", ")}]`;
  const pairs = Object.entries(value).map(
    ([key, item]) => `${valueText(key, true)}: ${valueText(item, true)}`,
  );
  return `{${pairs.join(", ")}}`;
}

/** A text of several lines as such, where YAML keeps it word for word; null where it would not. */
function literalText(value: string, indent: string): string | null {
  const lines = value.replace(/\n$/, "").split("\n");
  const isPlain = lines.every((line) => !UNPRINTABLE.test(line) && !/\s$/.test(line));
  if (lines.length < 2 || !isPlain || /^\s|^$/.test(lines[0] ?? "") || lines.at(-1) === "") return null;
  const head = value.endsWith("\n") ? "|" : "|-";
  return [head, ...lines.map((line) => (line === "" ? "" : `${indent}${line}`))].join("\n");
}

const isMapping = (value: ConfigValue): value is { [key: string]: ConfigValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
const LONGEST_LINE = 80;

/**
 * What stands behind `key:` for this value, with the space or line break before it: lists of mappings and long mappings take
 * a line for each key, everything else stays on one. `column` is where the key begins.
 */
export function entryText(value: ConfigValue, column: number): string {
  const inner = " ".repeat(column + 2);
  if (typeof value === "string") {
    const literal = literalText(value, inner);
    if (literal !== null) return ` ${literal}`;
  }
  if (Array.isArray(value) && value.some(isMapping))
    return value.map((item) => `\n${inner}- ${itemText(item, column + 4)}`).join("");
  const line = valueText(value);
  if (isMapping(value) && (line.length > LONGEST_LINE || Object.values(value).some(isMapping)))
    return `\n${inner}${itemText(value, column + 2)}`;
  return ` ${line}`;
}

/** A member of a list: a mapping with a line for each key, the first where the member begins. */
export function itemText(value: ConfigValue, column: number): string {
  if (!isMapping(value)) return valueText(value);
  return Object.entries(value)
    .map(([key, item]) => `${valueText(key)}:${entryText(item, column)}`)
    .join(`\n${" ".repeat(column)}`);
}

/** Reads a config; never throws. */
export function readConfig(text: string): ConfigDocument {
  const lines = new LineCounter();
  // PyYAML merges `<<` too.
  const doc = parseDocument(text, { ...PARSING, lineCounter: lines, merge: true, prettyErrors: true });
  const syntax = syntaxProblems(doc, lines);
  const { plain, error } = syntax.length === 0 && isMap(doc.contents) ? unfolded(doc) : { plain: {} };
  const problems = error === undefined ? syntax : [unfoldingProblem(doc, lines, error)];
  const map = isMap(doc.contents) ? doc.contents : null;

  return {
    text,
    problems,
    keys: Object.keys(plain),
    get: (key) => (Object.hasOwn(plain, key) ? plain[key] : undefined),
    lineOf(key) {
      const pair = map?.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      return pair && isScalar(pair.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line : null;
    },
    with(changes) {
      if (problems.length > 0) return readConfig(text);
      return readConfig(Object.entries(changes).reduce((now, [key, value]) => setKey(now, key, value), text));
    },
    withAt(place, value) {
      const node = problems.length > 0 ? undefined : doc.getIn(place, true);
      if (!isScalar(node) || !node.range) return readConfig(text);
      const [from, to] = node.range;
      return readConfig(`${text.slice(0, from)}${valueText(value, true)}${text.slice(to)}`);
    },
  };
}

/** An error for a bomb of aliases, or one that stands for nothing. */
function unfolded(doc: Document.Parsed): { plain: Record<string, ConfigValue>; error?: unknown } {
  try {
    const plain = toPlain(doc.toJS({ maxAliasCount: MAX_ALIASES, mapAsMap: true }));
    return { plain: plain !== null && typeof plain === "object" && !Array.isArray(plain) ? plain : {} };
  } catch (error) {
    return { plain: {}, error };
  }
}

/** Changes one top-level key by splicing the text, so that everything else stays as it was typed. */
function setKey(text: string, key: string, value: ConfigValue | undefined): string {
  const doc = parseDocument(text, PARSING);
  const map = isMap(doc.contents) ? doc.contents : null;
  if (map?.flow) {
    if (value === undefined) doc.delete(key);
    else doc.set(key, value);
    return doc.toString({ lineWidth: 0 });
  }
  const pair = map?.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  if (!pair || !isScalar(pair.key) || !pair.key.range)
    return value === undefined ? text : appendLine(text, `${valueText(key)}:${entryText(value, 0)}`);

  const keyStart = pair.key.range[0];
  const colon = text.indexOf(":", pair.key.range[1]);
  const rawEnd =
    isNode(pair.value) && pair.value.range ? Math.max(pair.value.range[1], colon + 1) : colon + 1;
  const valueEnd = Math.max(colon + 1, text.slice(0, rawEnd).trimEnd().length);
  if (value !== undefined) return `${text.slice(0, colon + 1)}${entryText(value, 0)}${text.slice(valueEnd)}`;
  const lineStart = text.lastIndexOf("\n", keyStart) + 1;
  const lineEnd = text.indexOf("\n", valueEnd);
  return text.slice(0, lineStart) + (lineEnd < 0 ? "" : text.slice(lineEnd + 1));
}

function appendLine(text: string, line: string): string {
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`;
}
