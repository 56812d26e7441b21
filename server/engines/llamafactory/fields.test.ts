// Shows that the form speaks the engine's own language: its keys, its defaults, its choices, both tongues.
import { describe, expect, it } from "vitest";
import { EngineDescription } from "../../../contract/engine.ts";
import { methods, stages } from "./fields/stages.ts";
import { fields, groups } from "./fields.ts";
import { llamafactory } from "./index.ts";
import { knownArguments } from "./known-arguments.ts";

describe("the form", () => {
  it("is a valid description", () => {
    const description = { ...llamafactory.describe({ status: "missing" }), kinds: [...llamafactory.kinds] };
    expect(EngineDescription.parse(description)).toEqual(description);
  });

  it.each(fields.map((field) => ({ ...field })))(
    "$path is the engine's, with its default and choices",
    (field) => {
      const argument = knownArguments().get(field.path);
      expect(argument).toBeDefined();
      expect(field.engineDefault).toBe(argument?.default);
      if (field.control.type === "choice" && argument?.choices)
        for (const { value } of field.control.options) expect(argument?.choices).toContain(value);
      if (field.control.type === "number")
        expect(argument?.kind).toBe(field.control.integer ? "integer" : "number");
      if (field.control.type === "switch") expect(argument?.kind).toBe("boolean");
    },
  );

  it("has each key once, and no empty group", () => {
    expect(new Set(fields.map(({ path }) => path)).size).toBe(fields.length);
    expect(new Set(fields.map(({ group }) => group))).toEqual(new Set(groups.map(({ id }) => id)));
  });

  it("offers every stage and method that the engine names", () => {
    const named = (key: string) => new Set(knownArguments().get(key)?.choices);
    expect(new Set(stages.map(({ value }) => value))).toEqual(named("stage"));
    expect(new Set(methods.map(({ value }) => value))).toEqual(named("finetuning_type"));
  });

  it("hangs a field only on a key that has a field or a part of its own", () => {
    const paths = new Set([...fields.map(({ path }) => path), "stage", "finetuning_type"]);
    for (const { when, path } of fields) if (when) expect(paths, path).toContain(when.path);
  });

  it("speaks Chinese in Chinese and English in English", () => {
    for (const { help, path } of [
      ...fields,
      ...[...stages, ...methods].map((choice) => ({ ...choice, path: choice.value })),
    ]) {
      expect(help.zh, path).toMatch(/\p{Script=Han}/u);
      expect(help.en, path).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
