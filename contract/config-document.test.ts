// Shows that editing a config changes one line and nothing else, and that what is written is read back equal.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type ConfigValue, readConfig } from "./config-document.ts";

const sample =
  "# top\nlearning_rate: 5.0e-5 # lr\nfoo: [1, 2]\n\n### model\ntemplate:   qwen  # t\nlist:\n  - a\n  - b # last\nempty:\nend: 1\n";

describe("readConfig", () => {
  it("changes a value in place and keeps comments, order and spacing", () => {
    const changed = readConfig(sample).with({ learning_rate: 1e-4, template: "no", empty: "x: y" }).text;
    expect(changed).toBe(
      '# top\nlearning_rate: 1.0e-4 # lr\nfoo: [1, 2]\n\n### model\ntemplate: "no"  # t\nlist:\n  - a\n  - b # last\nempty: "x: y"\nend: 1\n',
    );
  });

  it("removes a key with its lines, replaces a block by a line, appends a new key", () => {
    const changed = readConfig(sample).with({ foo: undefined, list: ["c", "d e"], added: true }).text;
    expect(changed).toBe(
      '# top\nlearning_rate: 5.0e-5 # lr\n\n### model\ntemplate:   qwen  # t\nlist: [c, "d e"]\nempty:\nend: 1\nadded: true\n',
    );
    expect(readConfig(sample).with({ list: undefined }).keys).toEqual([
      "learning_rate",
      "foo",
      "template",
      "empty",
      "end",
    ]);
  });

  it("names the line of a key and of a mistake", () => {
    expect(readConfig(sample).lineOf("template")).toBe(6);
    expect(readConfig("a: 1\na: 2").problems[0]).toMatchObject({ code: "yaml.duplicate-key", line: 2 });
    expect(readConfig("a: 1\nb:\n  c: 1\n  c: 2").problems).toMatchObject([
      { code: "yaml.duplicate-key", line: 4, params: { key: "c", first: 3 } },
    ]);
    expect(readConfig("a: [1\nb: 2").problems[0]).toMatchObject({ code: "yaml.syntax" });
    expect(readConfig("d:\n\t- path: x\n\t  type: y\n").problems).toMatchObject([
      { code: "yaml.tab", line: 2 },
      { code: "yaml.tab", line: 3 },
    ]);
    expect(readConfig("a: 1\n---\nb: 2").problems).toMatchObject([{ code: "yaml.several", line: 2 }]);
    expect(readConfig("a: 1\nlora_target: *all").problems).toMatchObject([
      { code: "yaml.no-anchor", line: 2, params: { name: "all" } },
    ]);
    expect(readConfig("- 1").problems[0]).toMatchObject({ code: "yaml.not-a-mapping" });
  });

  it("merges `<<` as PyYAML does, and takes two of them", () => {
    const merged = readConfig("a: &a {x: 1, y: 1}\nb: &b {z: 3}\n<<: *a\n<<: *b\ny: 2");
    expect(merged.problems).toEqual([]);
    expect([merged.get("x"), merged.get("y")]).toEqual([1, 2]);
    expect(merged.keys).not.toContain("<<");
  });

  it("reads a long list of keys in the time of a keystroke, not of a meal", () => {
    const long = Array.from({ length: 40_000 }, (_, at) => `key_${at}: ${at}\n`).join("");
    const began = performance.now();
    expect(readConfig(long).keys).toHaveLength(40_000);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it("survives alias bombs and prototype keys", () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
      .split("")
      .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
      .join("\n")}\n`;
    expect(readConfig(bomb).keys).toEqual([]);
    expect(readConfig(bomb).problems).toMatchObject([{ code: "yaml.aliases" }]);
    expect(readConfig("__proto__: {x: 1}\nconstructor: 2").get("toString")).toBeUndefined();
  });

  it("reads back every value it writes", () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom(
        "no",
        "on",
        "1:30",
        "007",
        "1e-7",
        "${",
        "a\nb",
        "- x",
        "?",
        "null",
        "~",
        "0x1f",
        "1_000",
        "key: value",
        "#x",
        " pad ",
      ),
    );
    fc.assert(
      fc.property(leaf, fc.array(leaf), (one, many) => {
        const document = readConfig(sample).with({ foo: one, list: many, fresh: one });
        const negativeZero = (value: ConfigValue): ConfigValue => (Object.is(value, -0) ? 0 : value);
        expect(document.problems).toEqual([]);
        const plain: unknown = parse(document.text);
        expect(plain).toMatchObject({
          foo: negativeZero(one),
          fresh: negativeZero(one),
          list: many.map(negativeZero),
          end: 1,
        });
      }),
    );
  });

  it("replaces a word deep inside where it stands, with everything around it", () => {
    const text =
      "# mine\ndatasets: # two\n  - path: a.json # small\n    type: alpaca\n  - {path: b c, split: train}\n";
    const once = readConfig(text).withAt(["datasets", 0, "path"], "/h/a b.json");
    expect(once.withAt(["datasets", 1, "path"], "/h/b").text).toBe(
      '# mine\ndatasets: # two\n  - path: "/h/a b.json" # small\n    type: alpaca\n  - {path: /h/b, split: train}\n',
    );
    expect(readConfig(text).withAt(["datasets", 7, "path"], "x").text).toBe(text);
  });
});
