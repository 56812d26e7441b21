// Owns the parts of the home folder by size, and how they compare.
import type { SystemInfo } from "@/contract/system.ts";

export type DiskPart = {
  id: "runs" | "engines" | "models" | "datasets" | "exports" | "trash";
  bytes: number;
  share: number;
};

/** Largest first; `share` is of all parts together. */
export function diskParts(disk: NonNullable<SystemInfo["disk"]>): DiskPart[] {
  const parts = [
    { id: "runs", bytes: disk.runsBytes },
    { id: "engines", bytes: disk.enginesBytes },
    { id: "models", bytes: disk.modelsBytes },
    { id: "datasets", bytes: disk.datasetsBytes },
    { id: "exports", bytes: disk.exportsBytes },
    { id: "trash", bytes: disk.trashBytes },
  ] as const;
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return parts
    .map((part) => ({ ...part, share: total > 0 ? part.bytes / total : 0 }))
    .toSorted((a, b) => b.bytes - a.bytes);
}
