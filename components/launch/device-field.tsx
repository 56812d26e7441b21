// Owns the choice of what the run trains on: whatever is free, the CPU, or certain GPUs.
"use client";
import { useQuery } from "@tanstack/react-query";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { DeviceRequest } from "@/contract/run.ts";
import type { Gpu } from "@/contract/system.ts";

export type DeviceFieldProps = { device: DeviceRequest; onDevice: (device: DeviceRequest) => void };

const none: readonly Gpu[] = [];

export function DeviceField({ device, onDevice }: DeviceFieldProps) {
  const t = useT("launch");
  const hardware = useQuery(systemQueries.hardware());
  const gpus = hardware.data?.gpus ?? none;
  const chosen = device.type === "gpu" ? device.ids : [];
  const first = gpus[0];

  const choose = (type: DeviceRequest["type"]) => {
    if (type === "gpu") onDevice({ type, ids: chosen.length > 0 ? chosen : [first?.id ?? 0] });
    else onDevice({ type });
  };
  const note = {
    auto: first || !hardware.data ? t("device.autoGpu") : t("device.autoCpu"),
    cpu: t("device.cpuNote"),
    gpu: t("device.gpuNote", { count: chosen.length }),
  }[device.type];

  return (
    // Not a Field: its one label would take the place of each choice's own name.
    <div className="flex min-w-0 flex-col gap-1">
      <p className="min-h-5 font-medium text-sm">{t("device.label")}</p>
      <Segmented
        aria-label={t("device.label")}
        value={device.type}
        onValueChange={choose}
        items={[
          { value: "auto", label: t("device.auto") },
          { value: "cpu", label: t("device.cpu") },
          ...(first || device.type === "gpu" ? [{ value: "gpu" as const, label: t("device.gpu") }] : []),
        ]}
      />
      <p className="text-muted text-xs">{first ? `${note} ${t("device.help")}` : note}</p>
      {device.type === "gpu" ? (
        <fieldset className="flex flex-col gap-0.5" aria-label={t("device.choose")}>
          {gpus.map((gpu) => (
            <Checkbox
              key={gpu.id}
              checked={chosen.includes(gpu.id)}
              // The last one stays: no GPU at all is another choice.
              disabled={chosen.length === 1 && chosen.includes(gpu.id)}
              onCheckedChange={(checked) =>
                onDevice({
                  type: "gpu",
                  ids: checked
                    ? [...chosen, gpu.id].sort((a, b) => a - b)
                    : chosen.filter((id) => id !== gpu.id),
                })
              }
            >
              <span className="min-w-0 truncate tabular-nums" title={gpu.name}>
                GPU {gpu.id} {gpu.name}
              </span>
              <span className="shrink-0 text-faint text-xs tabular-nums">
                {t("device.memory", {
                  used: formatBytes(gpu.memoryUsedBytes),
                  total: formatBytes(gpu.memoryTotalBytes),
                })}
              </span>
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
