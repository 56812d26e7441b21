// Owns the names and shapes of what the supervisor leaves in an attempt's folder. Refuses half-written files.
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../../files/read-json.ts";
import type { ExitRecord } from "../executor.ts";

const SupervisorNote = z.object({
  pid: z.number().int().positive(),
  startTime: z.string().nullable(),
  bootId: z.string().nullable(),
  childPid: z.number().int().positive().nullable(),
  childStartTime: z.string().nullable(),
  startedAt: z.number(),
});
export type SupervisorNote = z.infer<typeof SupervisorNote>;

const ExitNote = z.object({
  code: z.number().nullable(),
  signal: z.string().nullable(),
  startedAt: z.number(),
  endedAt: z.number(),
  durationMs: z.number(),
  maxRssBytes: z.number(),
  userSeconds: z.number(),
  systemSeconds: z.number(),
  oomKills: z.number(),
  terminated: z.enum(["no", "asked", "killed"]),
  leftovers: z.number(),
  diskFull: z.boolean().optional(),
});

export const attemptFiles = {
  exists: (folder: string) => existsSync(folder),
  supervisor: (folder: string): SupervisorNote | null =>
    readJson(join(folder, "supervisor.json"), SupervisorNote),
  exit: (folder: string): ExitRecord | null => readJson(join(folder, "exit.json"), ExitNote),
  /** The process that claimed this attempt, from the moment it did. */
  claimedBy(folder: string): { pid: number; at: number } | null {
    try {
      const path = join(folder, "supervisor.lock");
      const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
      return Number.isInteger(pid) && pid > 0 ? { pid, at: statSync(path).mtimeMs } : null;
    } catch {
      return null;
    }
  },
  logTail(folder: string, bytes = 4096): string {
    try {
      const handle = openSync(join(folder, "output.log"), "r");
      try {
        const { size } = statSync(join(folder, "output.log"));
        const buffer = Buffer.alloc(Math.min(bytes, size));
        readSync(handle, buffer, 0, buffer.length, size - buffer.length);
        return buffer.toString("utf8").trim();
      } finally {
        closeSync(handle);
      }
    } catch {
      return "";
    }
  },
};
