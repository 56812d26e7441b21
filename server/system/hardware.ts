// Owns reading the machine: CPU since the last look, memory, the disk of the home, GPUs. Refuses to run on its own.
import { readFile, statfs } from "node:fs/promises";
import { cpus, freemem, totalmem } from "node:os";
import type { HardwareSample } from "../../contract/system.ts";
import { readGpus } from "./gpus.ts";

type CpuTimes = { busy: number; all: number };

/** With no GPU tool on the machine, it is looked for again this often. */
const GPU_LOOK_MS = 60_000;

/** Each call answers the load since the call before. */
export function createHardwareReader(folder: string): () => Promise<HardwareSample> {
  let before = cpuTimes();
  let load = 0;
  let noGpuSince: number | null = null;

  function cpu(): number {
    const now = cpuTimes();
    const all = now.all - before.all;
    if (all > 0) load = (now.busy - before.busy) / all;
    before = now;
    return load;
  }

  async function gpus() {
    if (noGpuSince !== null && Date.now() - noGpuSince < GPU_LOOK_MS) return [];
    const found = await readGpus();
    noGpuSince = found.length === 0 ? Date.now() : null;
    return found;
  }

  return async () => {
    const [free, disk, found] = await Promise.all([freeMemory(), statfs(folder), gpus()]);
    return {
      t: Date.now(),
      cpu: cpu(),
      cores: cpus().length,
      memoryUsedBytes: totalmem() - free,
      memoryTotalBytes: totalmem(),
      diskFreeBytes: disk.bavail * disk.bsize,
      diskTotalBytes: disk.blocks * disk.bsize,
      gpus: found,
    };
  };
}

function cpuTimes(): CpuTimes {
  let busy = 0;
  let all = 0;
  for (const { times } of cpus()) {
    const sum = times.user + times.nice + times.sys + times.irq;
    busy += sum;
    all += sum + times.idle;
  }
  return { busy, all };
}

/** Linux counts the page cache as used; what programs can still get is MemAvailable. */
async function freeMemory(): Promise<number> {
  const text = await readFile("/proc/meminfo", "utf8").catch(() => "");
  const kib = /^MemAvailable:\s+(\d+) kB/m.exec(text)?.[1];
  return kib === undefined ? freemem() : Number(kib) * 1024;
}
