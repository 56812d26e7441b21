// Shows that the YAML of a plan means the same to the engine's own reader as to ours, and that what we say the engine
// makes of an unquoted word is what it makes of it. Needs the engine's Python.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConfigValue, readConfig, valueText } from "../../../contract/config-document.ts";
import { isOddNumber, readByEngine } from "./check/yaml-words.ts";
import { plan } from "./plan.ts";

const python = process.env.ANNEAL_TEST_ENGINE_PYTHON;
/** Numbers that JSON lacks are spelt out. */
const READ = `
import json, math, sys, yaml
from omegaconf import OmegaConf
def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return f"number {value}"
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value
both = []
for path in json.load(open(sys.argv[1])):
    read = [OmegaConf.to_container(OmegaConf.load(path))]
    try:
        read.append(yaml.safe_load(open(path, encoding="utf-8")))
    except Exception as error:
        read.append(str(error))
    both.append(plain(read))
json.dump(both, open(sys.argv[2], "w"), default=str)
`;

function readByPython(texts: readonly string[]): unknown[][] {
  const folder = mkdtempSync(join(tmpdir(), "anneal-yaml-"));
  try {
    const paths = texts.map((text, at) => {
      const path = join(folder, `${at}.yaml`);
      writeFileSync(path, text);
      return path;
    });
    const [list, answer] = [join(folder, "list.json"), join(folder, "answer.json")];
    writeFileSync(list, JSON.stringify(paths));
    execFileSync(python ?? "", ["-c", READ, list, answer], { encoding: "utf8" });
    const said = execFileSync("cat", [answer], { encoding: "utf8", maxBuffer: 1 << 28 });
    return JSON.parse(said);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const spelt = (value: ConfigValue | undefined): unknown => {
  if (typeof value === "number" && !Number.isFinite(value))
    return `number ${Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"}`;
  if (Array.isArray(value)) return value.map(spelt);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelt(item)]));
  return value;
};

const trouble = [
  ..."no No NO on off yes y n true False null ~ NULL = << - ? : , # ! & * | > % @ ` { [ ' \"".split(" "),
  ..."007 010 0o17 0x1F 0b11 1_000 1:30 190:20:30 1e5 1e-7 1.e3 .5 5. +1 -1 .inf -.INF .nan 2024-01-01".split(
    " ",
  ),
  ..."--- ... -a ?b :c a:b a: a#b a,b ,a [a {a a] a}".split(" "),
  ...["", " ", " x", "x ", "a: b", "a #b", "a\nb", "a\n\nb\n", "\n", "\ta", "a\tb", "a\rb", "\\n", "\\"],
  ...[
    "2001-12-14 21:59:43.10",
    'say "it\'s"',
    "日本語",
    "🦉 owl",
    "é",
    "\u00a0a",
    "a\u2028b",
    "\u0085",
    "\u007f",
    "\ufeffx",
  ],
  "long ".repeat(4000),
  "x".repeat(20_000),
];
const scalar = fc.oneof(
  // "\${" is refused by a check before it gets here.
  fc.string({ unit: "grapheme" }).filter((text) => !text.includes("$")),
  fc.string({ unit: "binary-ascii" }).filter((text) => !text.includes("$")),
  fc.constantFrom(...trouble),
  fc.integer(),
  fc.double().map((number) => number + 0),
  fc.boolean(),
  fc.constant(null),
);
const key = fc
  .stringMatching(/^[a-z][a-z_]{0,12}$/)
  .filter((word) => !["y", "n", "yes", "no", "on", "off"].includes(word));
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(key, scalar, { maxKeys: 3 }),
);
const entries = fc.dictionary(key, value, { maxKeys: 8 });

const noFiles = {
  runDir: "/h/r",
  home: "/h",
  python: "p",
  lane: { type: "cpu" },
  attempt: 1,
  resumeFrom: null,
} as const;

function planned(config: string): string {
  const spec = { kind: "train", engine: "e", name: "n", config, device: { type: "cpu" } } as const;
  return plan({ spec, ...noFiles }, () => false).files[0]?.text ?? "";
}

describe.skipIf(!python)("the YAML of a plan", () => {
  it("is read alike by us, OmegaConf and PyYAML", () => {
    const every: Record<string, ConfigValue>[] = trouble.map((text) => ({
      a: text,
      b: [text, text],
      c: { d: text },
    }));
    const documents = [...every, ...fc.sample(entries, 300)];
    const texts = documents.map((values: Record<string, ConfigValue>) =>
      planned(
        Object.entries(values)
          .map(([name, item]) => `${name}: ${valueText(item)}\n`)
          .join(""),
      ),
    );
    const read = readByPython(texts);
    for (const [at, text] of texts.entries()) {
      const doc = readConfig(text);
      expect(doc.problems).toEqual([]);
      const ours = Object.fromEntries(doc.keys.map((name) => [name, spelt(doc.get(name))]));
      expect(ours).toMatchObject(
        Object.fromEntries(Object.entries(documents[at] ?? {}).map(([k, v]) => [k, spelt(v)])),
      );
      expect(read[at]).toEqual([ours, ours]);
    }
  });

  it("says of an unquoted word what the engine makes of it", () => {
    const digits = fc.stringMatching(/^[-+]?[0-9.][0-9_.:eE+xb-]{0,6}$/);
    const words = fc.oneof(digits, fc.constantFrom(...trouble), fc.stringMatching(/^[a-zA-Z~.]{1,5}$/));
    const plain = fc
      .sample(words, 400)
      .filter((word) => /^[\w.+~-][\w.+:~-]*$/.test(word) && !/:$|^-$|^---$|^\.\.\.$/.test(word))
      // A number of no digits ends the reader itself.
      .filter((word) => !/^[-+]?0[bx]_+$/.test(word));
    const read = readByPython(plain.map((word) => `a: ${word}\n`));
    const said = plain.map((word) => ({ word, read: { a: spelt(readByEngine(word)) } }));
    expect(said).toEqual(plain.map((word, at) => ({ word, read: read[at]?.[0] })));
    // What no rule warns of means the same to our reader.
    for (const word of plain) {
      const ours = readConfig(`a: ${word}`).get("a");
      const engines = readByEngine(word);
      const kinds =
        typeof ours === typeof engines || typeof engines !== "number" || isOddNumber(word) || /_/.test(word);
      expect([word, kinds || typeof ours === "string"]).toEqual([word, true]);
    }
  });
});
