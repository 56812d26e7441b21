// Owns which readings of the machine the sidebar shows: each GPU, or the processor where there is none; then memory.
import { formatBytes } from "@/client/format/bytes.ts";
import { formatPercent } from "@/client/format/number.ts";
import type { HardwareSample } from "@/contract/system.ts";
import type { Meter } from "./sidebar-status.tsx";

const gpusShown = 4;

function memory(id: string, label: string, used: number, total: number): Meter {
  return {
    id,
    label,
    value: formatBytes(used),
    share: total > 0 ? used / total : 0,
    title: `${formatBytes(used)} / ${formatBytes(total)}`,
  };
}

export function metersOf(sample: HardwareSample, words: { cpu: string; memory: string }): Meter[] {
  const gpus = sample.gpus.slice(0, gpusShown).map((gpu): Meter => {
    if (gpu.utilization === null) {
      return memory(`gpu${gpu.id}`, `GPU ${gpu.id}`, gpu.memoryUsedBytes, gpu.memoryTotalBytes);
    }
    return {
      id: `gpu${gpu.id}`,
      label: `GPU ${gpu.id}`,
      value: formatPercent(gpu.utilization),
      share: gpu.utilization,
      title: `${gpu.name} · ${formatBytes(gpu.memoryUsedBytes)} / ${formatBytes(gpu.memoryTotalBytes)}`,
    };
  });
  const cpu = { id: "cpu", label: words.cpu, value: formatPercent(sample.cpu), share: sample.cpu };
  const ram = memory("memory", words.memory, sample.memoryUsedBytes, sample.memoryTotalBytes);
  return [...(gpus.length > 0 ? gpus : [cpu]), ram];
}
