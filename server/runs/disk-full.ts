// Owns recognising a full disk and saying so in one way. Refuses other errors: they pass as they are.
import { giveRoom } from "../files/home-room.ts";
import { isStudioError, StudioError } from "../studio-error.ts";

/** True for what files and the database throw when nothing can be written any more. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|EDQUOT|database or disk is full/.test(error.message);
}

/** Does the work, again in the room that the home holds back where it may be repeated: what frees a disk has to write too. */
export function inSpareRoom<T>(home: string, work: () => Promise<T>): Promise<T> {
  return sayingDiskFull(() =>
    work().catch((error: unknown) => {
      if (!isDiskFull(error) || !giveRoom(home)) throw error;
      return work();
    }),
  );
}

/** Does the work; a full disk becomes disk.full with what to do. */
export async function sayingDiskFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isStudioError(error) || !isDiskFull(error)) throw error;
    throw new StudioError({
      code: "disk.full",
      message: "This could not be written down: the disk is full.",
      reason: "Runs that are under way go on as far as their engine can.",
      hint: "Free some space (old checkpoints are the largest) and try again.",
    });
  }
}
