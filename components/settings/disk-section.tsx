// Owns what takes space among the settings: the home folder by parts, and what the disk has left.
"use client";
import { useQuery } from "@tanstack/react-query";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { HardwareSample, SystemInfo } from "@/contract/system.ts";
import { diskParts } from "./disk-parts.ts";
import { EmptyTrash } from "./empty-trash.tsx";
import { SettingsRow, SettingsSection } from "./settings-section.tsx";

const placeholders = ["a", "b", "c", "d", "e", "f"];
/** Below this share of free space a training is likely to fail while saving. */
const lowShare = 0.05;

export function DiskSection() {
  const t = useT("settings");
  const { data: home } = useQuery({ ...systemQueries.info(), select: (info) => info.home });
  const { data: machine } = useQuery({
    ...systemQueries.hardware(),
    select: ({ diskFreeBytes, diskTotalBytes }) => ({ diskFreeBytes, diskTotalBytes }),
  });
  const counted = useQuery({ ...systemQueries.disk(), select: (info) => info.disk });
  return (
    <SettingsSection title={t("disk.title")} body={t("disk.body")}>
      <SettingsRow name={t("disk.home")}>
        {home === undefined ? (
          <Skeleton className="w-48" />
        ) : (
          <>
            <span className="min-w-0 break-all font-mono text-xs">{home}</span>
            <CopyButton text={home} label={t("disk.copyHome")} className="size-7" />
          </>
        )}
      </SettingsRow>
      <div className="px-4 py-3">
        {machine ? <DiskUse machine={machine} /> : <Skeleton className="h-7" />}
      </div>
      <div className="flex flex-col gap-2.5 px-4 py-3">
        <Parts disk={counted.data ?? null} />
        <div className="-ml-2 flex flex-wrap gap-1">
          <Button size="sm" variant="ghost" busy={counted.isFetching} onClick={() => void counted.refetch()}>
            {t(counted.isFetching ? "disk.counting" : "disk.again")}
          </Button>
          {counted.data?.trashBytes ? <EmptyTrash bytes={counted.data.trashBytes} /> : null}
        </div>
      </div>
    </SettingsSection>
  );
}

function DiskUse({ machine }: { machine: Pick<HardwareSample, "diskFreeBytes" | "diskTotalBytes"> }) {
  const t = useT("settings");
  const { diskFreeBytes, diskTotalBytes } = machine;
  const free = diskTotalBytes > 0 ? diskFreeBytes / diskTotalBytes : 0;
  return (
    <div className="flex flex-col gap-1.5 text-xs tabular-nums">
      <p className="flex justify-between gap-4">
        <span className="text-muted">{t("disk.used")}</span>
        <span>
          {t("disk.free", { free: formatBytes(diskFreeBytes), total: formatBytes(diskTotalBytes) })}
        </span>
      </p>
      <Progress value={1 - free} tone={free < lowShare ? "danger" : "neutral"} aria-label={t("disk.used")} />
    </div>
  );
}

function Parts({ disk }: { disk: SystemInfo["disk"] }) {
  const t = useT("settings");
  if (!disk) return placeholders.map((part) => <Skeleton key={part} className="h-4" />);
  return diskParts(disk).map(({ id, bytes, share }) => (
    <div
      key={id}
      className="grid h-4 grid-cols-[5rem_minmax(0,1fr)_5rem] items-center gap-3 text-xs tabular-nums"
    >
      <span className="truncate text-muted">{t(`disk.parts.${id}`)}</span>
      <Progress
        value={share}
        tone="neutral"
        aria-label={t("disk.partLabel", { name: t(`disk.parts.${id}`), size: formatBytes(bytes) })}
      />
      <span className="text-right">{formatBytes(bytes)}</span>
    </div>
  ));
}
