// Owns asking NVIDIA's tool which GPUs there are and how busy they are. No tool, no driver, too slow: no GPUs.
import { execFile } from "node:child_process";
import type { Gpu } from "../../contract/system.ts";

const TIMEOUT_MS = 2000;
const MIB = 1024 * 1024;
const QUERY = "index,name,memory.used,memory.total,utilization.gpu";

export function readGpus(): Promise<Gpu[]> {
  return new Promise((resolve) => {
    execFile(
      "nvidia-smi",
      [`--query-gpu=${QUERY}`, "--format=csv,noheader,nounits"],
      { timeout: TIMEOUT_MS, killSignal: "SIGKILL" },
      (error, stdout) => resolve(error ? [] : parseGpus(stdout)),
    );
  });
}

/** Which GPUs there are hardly changes, and asking takes longer than checking a config may. */
export function createKnownGpus(keepMs = 10_000): () => Promise<Gpu[]> {
  let known: { at: number; gpus: Promise<Gpu[]> } | null = null;
  return () => {
    if (known === null || Date.now() - known.at > keepMs) known = { at: Date.now(), gpus: readGpus() };
    return known.gpus;
  };
}

/** Null when none of them tells its memory. */
export function smallestMemory(gpus: readonly Gpu[], ids: readonly number[]): number | null {
  const sizes = gpus.filter(({ id }) => ids.includes(id)).map(({ memoryTotalBytes }) => memoryTotalBytes);
  const told = sizes.filter((bytes) => bytes > 0);
  return told.length === 0 ? null : Math.min(...told);
}

/** One line per GPU; a number the card does not tell is written as [N/A]. */
export function parseGpus(csv: string): Gpu[] {
  return csv
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [id, name = "", used, total, busy] = line.split(",").map((cell) => cell.trim());
      const percent = Number(busy);
      return {
        id: Number(id),
        name,
        memoryUsedBytes: (Number(used) || 0) * MIB,
        memoryTotalBytes: (Number(total) || 0) * MIB,
        utilization: Number.isFinite(percent) ? percent / 100 : null,
      };
    })
    .filter((gpu) => Number.isInteger(gpu.id));
}
