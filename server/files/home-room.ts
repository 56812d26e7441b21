// Owns a little room that a home holds back on its disk, given up when the disk is full: with it a studio can still start,
// end runs and delete what takes the space. Refuses to hold room on a disk that has little left.
import { randomBytes } from "node:crypto";
import { rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOM_BYTES = 4 * 2 ** 20;
const LEAST_FREE_BYTES = 50 * ROOM_BYTES;

const roomIn = (home: string) => join(home, "room");

function freeBytes(home: string): number {
  const { bavail, bsize } = statfsSync(home);
  return bavail * bsize;
}

export function isHomeFull(home: string): boolean {
  try {
    return freeBytes(home) < ROOM_BYTES / 4;
  } catch {
    return false;
  }
}

export function keepRoom(home: string): void {
  try {
    const held = statSync(roomIn(home), { throwIfNoEntry: false })?.size ?? 0;
    if (held >= ROOM_BYTES || freeBytes(home) < LEAST_FREE_BYTES) return;
    // Noise: a disk that compresses would hold no room for zeros.
    writeFileSync(roomIn(home), randomBytes(ROOM_BYTES), { mode: 0o600 });
  } catch {
    giveRoom(home);
  }
}

/** True when there was room to give. */
export function giveRoom(home: string): boolean {
  try {
    rmSync(roomIn(home));
    return true;
  } catch {
    return false;
  }
}
