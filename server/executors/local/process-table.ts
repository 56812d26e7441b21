// Owns the proof that a process is the one a file tells about: pid, start time and boot. Refuses to trust a bare pid.
import { existsSync, readdirSync, readFileSync } from "node:fs";

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

/** Living processes that were started with `entry` (NAME=value) in their environment. */
export function processesWith(entry: string): number[] {
  return (existsSync("/proc/self/environ") ? readdirSync("/proc") : [])
    .filter((name) => /^\d+$/.test(name) && read(`/proc/${name}/environ`)?.split("\0").includes(entry))
    .map(Number)
    .filter((pid) => startTime(pid) !== null);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
