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
