// Shows that a folder is made with its parents, and that places which take none answer at once.
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeFolder } from "./make-folder.ts";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "anneal-folder-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

it("makes a private folder with its parents, twice without harm", () => {
  const folder = join(place, "a", "b");
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

it("refuses a file in the way and a place that takes no folders", () => {
  writeFileSync(join(place, "file"), "");
  expect(() => makeFolder(join(place, "file"))).toThrow("EEXIST");
  expect(() => makeFolder("/proc/anneal")).toThrow(/ENOENT|EACCES|EPERM/);
});
