// Owns what the files and the process table say about an attempt, and to whom a signal may go.
// Refuses to take a process for ours on its pid alone.
import type { ProcessState } from "../executor.ts";
import { attemptFiles } from "./attempt-files.ts";
import { bootId, startTime, wasStartedWith } from "./process-table.ts";

/** Who carries the attempt: its supervisor, or the child alone when the supervisor was killed. */
export type Carrier = { who: "supervisor" | "child"; pid: number; since: number };

export function probeAttempt(folder: string): ProcessState {
  const exit = attemptFiles.exit(folder);
  if (exit) return { state: "exited", exit };
  const carrier = findCarrier(folder);
  if (carrier) return { state: "alive", pid: carrier.pid, since: carrier.since };
  // It may have written its record between the first look and the second.
  const late = attemptFiles.exit(folder);
  if (late) return { state: "exited", exit: late };
  const note = attemptFiles.supervisor(folder);
  if (note && note.bootId !== bootId())
    return gone("restarted", "The machine was restarted while the run was going.");
  if (note) return gone("killed", "The run's processes were killed and left no record of how.");
  if (attemptFiles.claimedBy(folder))
    return gone("not-started", "The run's supervisor was killed before it could start the engine.");
  return { state: "absent" };
}

type Gone = Extract<ProcessState, { state: "gone" }>;
const gone = (why: Gone["why"], reason: string): Gone => ({ state: "gone", why, reason });

export function findCarrier(folder: string): Carrier | null {
  const note = attemptFiles.supervisor(folder);
  if (!note) {
    const claim = attemptFiles.claimedBy(folder);
    return claim && wasStartedWith(claim.pid, folder)
      ? { who: "supervisor", pid: claim.pid, since: claim.at }
      : null;
  }
  if (note.bootId !== bootId()) return null;
  if (note.startTime !== null && startTime(note.pid) === note.startTime)
    return { who: "supervisor", pid: note.pid, since: note.startedAt };
  const { childPid, childStartTime } = note;
  return childPid !== null && childStartTime !== null && startTime(childPid) === childStartTime
    ? { who: "child", pid: childPid, since: note.startedAt }
    : null;
}
