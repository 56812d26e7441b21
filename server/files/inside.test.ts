// Shows that no name reaches a file outside its root.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inside, isWithin, settled } from "./inside.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-inside-"));
const root = join(base, "run");
mkdirSync(join(root, "deep"), { recursive: true });
mkdirSync(join(base, "run-secret"));
writeFileSync(join(root, "deep", "a b ü.txt"), "x");
writeFileSync(join(base, "run-secret", "key"), "x");
symlinkSync(join(base, "run-secret"), join(root, "out"));
symlinkSync(join(root, "deep"), join(root, "in"));
afterAll(() => rmSync(base, { recursive: true }));

describe("inside", () => {
  it("answers files of the folder, through links that stay inside", async () => {
    expect(await inside(root, "deep/a b ü.txt")).toBe(join(root, "deep", "a b ü.txt"));
    expect(await inside(root, "in/a b ü.txt")).toBe(join(root, "deep", "a b ü.txt"));
  });

  it.each([
    "../run-secret/key",
    "deep/../../run-secret/key",
    "..\\run-secret\\key",
    "/etc/passwd",
    "out/key",
    "out",
    "deep\0",
  ])("refuses %j", async (name) => {
    await expect(inside(root, name)).rejects.toMatchObject({ body: { code: "path.not-allowed" } });
  });

  it("says when there is no such file", async () => {
    await expect(inside(root, "gone")).rejects.toMatchObject({ body: { code: "file.not-found" } });
  });

  it("does not take a sibling with the same beginning for the folder", () => {
    expect(isWithin("/a/run", "/a/run-secret")).toBe(false);
    expect(isWithin("/a/run", "/a/run/..x")).toBe(true);
    expect(isWithin("/", "/a")).toBe(true);
  });

  it("follows links of the part that exists", async () => {
    expect(await settled(join(root, "out", "new", "er"))).toBe(join(base, "run-secret", "new", "er"));
  });
});
