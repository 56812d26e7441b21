// Shows that a definition typed wrongly is refused at its line, and that keys nobody knows are kept.
import { expect, test } from "vitest";
import { readDefinition } from "./definition-text.ts";

test("unknown keys are kept", () => {
  const read = readDefinition('{"file_name": "a.json", "mine": [1]}');
  expect(read).toEqual({ ok: true, definition: { file_name: "a.json", mine: [1] } });
});

test("broken JSON is named by line and column", () => {
  const read = readDefinition('{\n  "file_name": "a.json",\n  "ranking": tru\n}');
  expect(read).toMatchObject({ ok: false, problems: [{ kind: "syntax", line: 3 }] });
});

test("a text that just ends is named at its end", () => {
  const read = readDefinition('{\n  "file_name":');
  expect(read).toMatchObject({ ok: false, problems: [{ kind: "syntax", line: 2 }] });
});

test("a wrong kind of value is named by its path", () => {
  const read = readDefinition('{"columns": {"prompt": 3}}');
  expect(read).toMatchObject({ ok: false, problems: [{ kind: "shape", path: "columns.prompt" }] });
});
