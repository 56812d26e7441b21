// Owns the proof that a process is the one a file tells about: pid, start time and boot. Refuses to trust a bare pid.
import { readFileSync } from "node:fs";

/** When this process started, in clock ticks since boot; null when there is no such living process. */
export function startTime(pid: number): string | null {
  const text = read(`/proc/${pid}/stat`);
  // The command name in brackets may hold anything, brackets too.
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  const state = fields?.[0];
  // A zombie has ended; in a container nobody may ever collect it.
  return state === undefined || state === "Z" || state === "X" ? null : (fields?.[19] ?? null);
}

export function bootId(): string | null {
  return read("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}

/** True when the living process `pid` was started with `argument` among its arguments. */
export function wasStartedWith(pid: number, argument: string): boolean {
  return startTime(pid) !== null && (read(`/proc/${pid}/cmdline`)?.split("\0").includes(argument) ?? false);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
