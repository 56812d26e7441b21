// Shows that changing one entry leaves every other sign of the file as it was, however it is written.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { removeEntry, setEntry } from "./info-text.ts";

const value = fc.jsonValue({ maxDepth: 2 });
const name = fc.string({ unit: fc.constantFrom("a", '"', "\\", "{", ",", " ", "中", "}") });
const space = fc.constantFrom("", " ", "\n", "\r\n  ", "\t");

/** A file as somebody may have written it, and its entries piece by piece. */
const file = fc
  .uniqueArray(fc.tuple(name, value, space, space, space), { selector: ([key]) => key, maxLength: 5 })
  .map((members) => {
    const texts = members.map(
      ([key, own, a, b, c]) =>
        `${JSON.stringify(key)}${a}:${b}${JSON.stringify(own, null, c === "\t" ? c : 0)}`,
    );
    const spaced = texts.map((text, at) => `${members[at]?.[2]}${text}${members[at]?.[3]}`);
    return { members, texts, text: `\uFEFF {${spaced.join(",")}}\n` };
  });

const parse = (text: string): Map<string, unknown> =>
  new Map(Object.entries(JSON.parse(text.replace("\uFEFF", ""))));

describe("an entry in the text", () => {
  it("is set or added, and the others stand as they stood", () =>
    fc.assert(
      fc.property(file, name, value, ({ members, texts, text }, key, next) => {
        const changed = setEntry(text, key, next);
        const wanted = parse(text).set(key, JSON.parse(JSON.stringify(next)));
        expect(parse(changed)).toEqual(wanted);
        members.forEach(([other], at) => {
          if (other !== key) expect(changed).toContain(texts[at]);
        });
        expect(changed.endsWith("\n")).toBe(true);
        expect(changed.startsWith("\uFEFF {")).toBe(true);
      }),
    ));

  it("is removed with its comma, and the others stand as they stood", () =>
    fc.assert(
      fc.property(file, fc.nat(), ({ members, texts, text }, index) => {
        const at = members.length === 0 ? 0 : index % members.length;
        const key = members[at]?.[0] ?? "gone";
        const changed = removeEntry(text, key);
        const wanted = parse(text);
        wanted.delete(key);
        expect(parse(changed)).toEqual(wanted);
        texts.forEach((own, other) => {
          if (other !== at) expect(changed).toContain(own);
        });
      }),
    ));

  it("goes away and comes back in the hand of the user", () => {
    const text =
      '{\n    "a": {\n        "file_name": "a.json"\n    },\n    "b": {"file_name":   "b.json"}\n}\n';
    const added = setEntry(text, "c", { file_name: "c.json" });
    expect(added).toBe(
      '{\n    "a": {\n        "file_name": "a.json"\n    },\n    "b": {"file_name":   "b.json"},\n    "c": {\n        "file_name": "c.json"\n    }\n}\n',
    );
    expect(removeEntry(added, "c")).toBe(text);
    expect(removeEntry(removeEntry(text, "a"), "b")).toBe("{}\n");
    expect(setEntry("{}\n", "a", 1)).toBe('{\n  "a": 1\n}\n');
    expect(setEntry('{"a": 1}', "b", { c: 2 })).toBe('{"a": 1, "b": {"c":2}}');
    expect(setEntry('{"a": 1, "b": 2}', "a", 3, "z")).toBe('{"z": 3, "b": 2}');
  });

  it("of a name that stands there twice is the last one; removing takes both", () => {
    expect(setEntry('{"a": 1, "a": 2}', "a", 3)).toBe('{"a": 1, "a": 3}');
    expect(removeEntry('{"a": 1, "b": 2, "a": 3}', "a")).toBe('{"b": 2}');
  });
});
