// Shows that a definition changed by clicks says everything the engine would otherwise forget.
import { describe, expect, test } from "vitest";
import {
  columnOf,
  nameFromFile,
  rolesOf,
  withColumn,
  withFormatting,
  withRanking,
  withTag,
} from "./definition.ts";

describe("columns", () => {
  test("defaults are in force until columns is written", () => {
    expect(columnOf({}, "prompt")).toBe("instruction");
    expect(columnOf({ columns: { prompt: "q" } }, "response")).toBeNull();
  });

  test("one click writes all that were in force", () => {
    expect(withColumn({ file_name: "a.json" }, "response", "answer")).toEqual({
      file_name: "a.json",
      columns: { prompt: "instruction", query: "input", response: "answer" },
    });
  });

  test("taking one away leaves the others", () => {
    const definition = { formatting: "sharegpt", columns: { messages: "m", images: "i" } };
    expect(withColumn(definition, "images", null).columns).toEqual({ messages: "m" });
  });

  test("another formatting keeps only what it reads", () => {
    const next = withFormatting({ columns: { prompt: "q", system: "s" } }, "sharegpt");
    expect(next).toEqual({ formatting: "sharegpt", columns: { system: "s" } });
  });

  test("pairs have two answers more", () => {
    expect(rolesOf({})).not.toContain("chosen");
    expect(rolesOf(withRanking({}, true))).toContain("rejected");
    expect(withRanking({ ranking: true }, false)).toEqual({});
  });
});

test("one tag writes all of them, an empty one is left out", () => {
  const { tags } = withTag({ formatting: "sharegpt" }, "role_tag", "role");
  expect(tags).toMatchObject({ role_tag: "role", content_tag: "value", system_tag: "system" });
  expect(withTag({ tags }, "system_tag", "").tags).not.toHaveProperty("system_tag");
});

test.each([
  ["poems.jsonl", "poems"],
  ["/data/my sets/poems.v2.parquet", "poems.v2"],
  ["owner/dataset", "dataset"],
  ["a:b,c.json", "a-b-c"],
  ["folder/", "folder"],
  ["", ""],
])("%s is called %s", (file, name) => expect(nameFromFile(file)).toBe(name));
