// Shows that a comparison marks what only one text has, that its parts put both texts together again, and Python's parts.
import { describe, expect, it } from "vitest";
import { escaped, freeName, unescaped } from "./definition-view.ts";
import { formOf, withFreeNames } from "./group-form.ts";
import { pythonParts } from "./python-code.tsx";
import { changed } from "./template-form.ts";
import { textDifference } from "./text-difference.ts";

describe("textDifference", () => {
  it.each([
    ["<|im_start|>user\nHi<|im_end|>\n", "<|start|>user\nHi<|end|>"],
    ["", "new"],
    ["same 文本 → ok", "same 文本 → ok"],
    ["a b c", "c b a"],
  ])("puts %j and %j together again", (left, right) => {
    const parts = textDifference(left, right);
    const side = (other: "left" | "right") =>
      parts
        .filter(({ where }) => where !== other)
        .map(({ text }) => text)
        .join("");
    expect(side("right")).toBe(left);
    expect(side("left")).toBe(right);
  });

  it("keeps special tokens whole", () => {
    expect(textDifference("<|a|>user", "<|b|>user")).toEqual([
      { where: "left", text: "<|a|>" },
      { where: "right", text: "<|b|>" },
      { where: "both", text: "user" },
    ]);
  });
});

describe("what forms need", () => {
  it.each(["\n\n{{content}}\t", "a\\n b", "\\", "\r\n"])(
    "writes %j on one line and reads it back",
    (text) => {
      expect(escaped(text)).not.toContain("\n");
      expect(unescaped(escaped(text))).toBe(text);
    },
  );

  it("leaves out what is emptied", () => {
    expect(
      changed({ name: "a", stop_words: ["x"], replace_eos: true }, { stop_words: [], replace_eos: false }),
    ).toEqual({ name: "a" });
  });

  it("keeps thinking that is switched off", () => {
    expect(changed({ name: "a", enable_thinking: false }, { name: "b" })).toEqual({
      name: "b",
      enable_thinking: false,
    });
  });

  it("finds names that nobody has", () => {
    expect(freeName("a", ["a", "a-2"])).toBe("a-3");
    const engine = { origin: "engine", file: null, problem: null } as const;
    const definition = { name: "G", models: { "M-Instruct": { huggingface: "o/m" } } };
    const known = {
      templates: [],
      groups: [{ ...engine, definition }],
      plugins: [],
      pluginNames: [],
      toolFormats: [],
      templateClasses: [],
    };
    expect(withFreeNames(formOf(definition), known, null)).toMatchObject({
      name: "G-own",
      rows: [{ name: "M-Instruct-own" }],
    });
  });

  it("tells comments, strings and words of Python apart, and loses nothing", () => {
    const code = 'from a import b  # why\nx = "# no"\n"""two\nlines"""\n';
    const parts = pythonParts(code);
    expect(parts.map(({ text }) => text).join("")).toBe(code);
    expect(parts.filter(({ kind }) => kind === "comment")).toEqual([{ kind: "comment", text: "# why" }]);
    expect(parts.filter(({ kind }) => kind === "string")).toHaveLength(2);
  });
});
