// Proves which command a press of keys stands for.
import { expect, test } from "vitest";
import { matchKeys, nameOf } from "./keys.ts";

const items = [
  { id: "new", keys: "n" },
  { id: "runs", keys: "g r" },
  { id: "start", keys: "mod+enter" },
  { id: "plain" },
];

test.each([
  ["", "n", "new"],
  ["g", "r", "runs"],
  ["g", "n", "new"],
  ["", "mod+enter", "start"],
])("after %j, %s runs %s", (prefix, name, id) => {
  expect(matchKeys(items, prefix, name)).toEqual({ kind: "run", item: items.find((item) => item.id === id) });
});

test("the first of two presses waits for the second", () => {
  expect(matchKeys(items, "", "g")).toEqual({ kind: "wait", prefix: "g" });
  expect(matchKeys(items, "", "x")).toEqual({ kind: "none" });
});

test("a command without keys is never run by a press", () => {
  expect(matchKeys([{ keys: undefined }], "", "p")).toEqual({ kind: "none" });
});

test("presses have one name each, and bare modifiers have none", () => {
  expect(nameOf({ key: "N", mod: false, alt: false })).toBe("n");
  expect(nameOf({ key: "K", mod: true, alt: false })).toBe("mod+k");
  expect(nameOf({ key: "Shift", mod: false, alt: false })).toBeNull();
  expect(nameOf({ key: "n", mod: false, alt: true })).toBeNull();
});
