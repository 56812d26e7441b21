// Shows that an edit deep inside a config changes its own lines only, and that the text always says what was meant.
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ConfigValue, readConfig } from "./config-document.ts";
import { type ConfigPlace, setIn, valueAt } from "./config-nested.ts";

const text = `base_model: a # the model
datasets:
  # the first
  - path: one.json # here
    ds_type: json
    type: chat_template
    roles:
      user: [human]
  - path: two/three
    type:
      field_instruction: q
      no_input_format: |
        <user>
        {instruction}

        <assistant>
# after
end: 1
`;

const edit = (place: ConfigPlace, value: ConfigValue | undefined) =>
  setIn(readConfig(text), place, value).text;

it("sets, adds and removes one key of one mapping", () => {
  expect(edit(["datasets", 0, "path"], "new.json")).toBe(text.replace("one.json", "new.json"));
  expect(edit(["datasets", 0, "split"], "train[:1%]")).toBe(
    text.replace("user: [human]\n", 'user: [human]\n    split: "train[:1%]"\n'),
  );
  expect(edit(["datasets", 0, "ds_type"], undefined)).toBe(text.replace("    ds_type: json\n", ""));
  expect(edit(["datasets", 0, "path"], undefined)).toBe(
    text.replace("- path: one.json # here\n    ds_type", "- ds_type"),
  );
  expect(edit(["datasets", 1, "type", "field_instruction"], "ask")).toBe(text.replace(": q", ": ask"));
});

it("keeps a text of several lines as such", () => {
  expect(edit(["datasets", 1, "type", "no_input_format"], "<u>\n{instruction}\n<a>")).toContain(
    "no_input_format: |-\n        <u>\n        {instruction}\n        <a>\n# after",
  );
});

it("adds and removes a mapping of the list", () => {
  expect(edit(["datasets", 2], { path: "x.csv", ds_type: "csv", roles: { user: ["me"] } })).toBe(
    text.replace(
      "<assistant>\n",
      "<assistant>\n  - path: x.csv\n    ds_type: csv\n    roles: {user: [me]}\n",
    ),
  );
  const without = edit(["datasets", 1], undefined);
  expect(without).toContain("user: [human]\n# after");
  expect(setIn(readConfig(without), ["datasets", 0], undefined).text).toContain("datasets: null");
});

it("begins a list where there is none, or one of another form", () => {
  const mapping = { path: "x.json", type: "alpaca" };
  expect(setIn(readConfig("a: 1\ndatasets:\nb: 2\n"), ["datasets", 0], mapping).text).toBe(
    "a: 1\ndatasets:\n  - path: x.json\n    type: alpaca\nb: 2\n",
  );
  expect(setIn(readConfig("datasets: [{path: z}]\n"), ["datasets", 1], mapping).text).toBe(
    "datasets:\n  - path: z\n  - path: x.json\n    type: alpaca\n",
  );
  expect(setIn(readConfig(""), ["datasets", 0], mapping).get("datasets")).toEqual([mapping]);
});

it("says what was meant, whatever is set where", () => {
  const key = fc.constantFrom("path", "type", "split", "a b", "#x");
  const scalar = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.boolean(),
    fc.constant("a\nb: c\n"),
  );
  const value = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    fc.dictionary(key, scalar, { maxKeys: 3 }),
  );
  fc.assert(
    fc.property(fc.nat(2), key, fc.option(value, { nil: undefined }), (at, name, next) => {
      const place: ConfigPlace = ["datasets", at, name];
      const doc = setIn(readConfig(text), place, next);
      expect(doc.problems).toEqual([]);
      expect(valueAt(doc, place)).toEqual(next);
      expect(doc.get("end")).toBe(1);
    }),
  );
});
