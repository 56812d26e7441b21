// Owns the one line of all pictures, videos and sounds on their way: how many of how many lie in the dataset folder.
"use client";
import { isMedia } from "@/client/datasets/upload-files.ts";
import type { UploadJob } from "@/client/datasets/upload-queue.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Progress } from "@/components/ui/progress.tsx";

/** Files of rows, and media that could not be sent: each needs a word of a person. */
export const ownLine = ({ name, state }: UploadJob): boolean => !isMedia(name) || state.status === "failed";

export function MediaLine({ jobs }: { jobs: readonly UploadJob[] }) {
  const t = useT("datasets");
  const media = jobs.filter((job) => !ownLine(job));
  if (media.length === 0) return null;
  const placed = media.filter(({ state }) => state.status === "placed");
  const bytes = placed.reduce((sum, job) => sum + job.bytes, 0);
  return (
    <li className="flex flex-col gap-1.5 border-b px-3 py-2 text-xs last:border-b-0">
      <p className="min-h-7 content-center font-medium text-sm">
        {t("upload.media", { count: media.length })}
      </p>
      {placed.length === media.length ? null : (
        <Progress
          value={placed.length / media.length}
          aria-label={t("upload.media", { count: media.length })}
        />
      )}
      <p role="status" className="text-muted tabular-nums">
        {t("upload.mediaPlaced", { placed: placed.length, size: formatBytes(bytes) })}
      </p>
    </li>
  );
}
