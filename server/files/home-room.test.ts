// Shows that a home's room is held once, given once, and held again.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { giveRoom, isHomeFull, keepRoom } from "./home-room.ts";

it("is held once, given once, and held again", () => {
  const home = mkdtempSync(join(tmpdir(), "anneal-room-"));
  try {
    expect([isHomeFull(home), giveRoom(home)]).toEqual([false, false]);
    keepRoom(home);
    const { mtimeMs, size } = statSync(join(home, "room"));
    keepRoom(home);
    expect([size, statSync(join(home, "room")).mtimeMs]).toEqual([4 * 2 ** 20, mtimeMs]);
    expect([giveRoom(home), giveRoom(home)]).toEqual([true, false]);
    keepRoom(home);
    expect(giveRoom(home)).toBe(true);
  } finally {
    rmSync(home, { recursive: true });
  }
});

it("of a folder that is not there is neither held nor given", () => {
  const nowhere = join(tmpdir(), "anneal-no-home");
  keepRoom(nowhere);
  expect([isHomeFull(nowhere), giveRoom(nowhere)]).toEqual([false, false]);
});
