// Owns one file on its way: how far, how fast, how long still, what can be done with it.
"use client";
import { ArrowRight, RotateCcw, X } from "lucide-react";
import Link from "next/link";
import { addHref } from "@/client/datasets/address.ts";
import type { UploadJob } from "@/client/datasets/upload-queue.ts";
import { uploadQueue } from "@/client/datasets/use-uploads.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { toast } from "@/components/ui/toaster.tsx";

export function UploadLine({ job, dir }: { job: UploadJob; dir?: string }) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const { name, bytes, state, key } = job;
  const received =
    state.status === "sending" || state.status === "cut"
      ? state.received
      : state.status === "whole"
        ? bytes
        : 0;
  const cancel = () =>
    uploadQueue
      .cancel(key)
      .catch((error: unknown) => toast.error(textOf(error).what, { description: textOf(error).todo }));
  return (
    <li className="flex flex-col gap-1.5 border-b px-3 py-2 text-xs last:border-b-0">
      <div className="flex min-h-7 items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium text-sm" title={name}>
          {name}
        </span>
        {state.status === "whole" ? (
          <Button
            size="sm"
            variant="primary"
            render={<Link href={addHref("upload", { upload: state.id, dir })} />}
          >
            {t("upload.confirm")}
            <ArrowRight aria-hidden />
          </Button>
        ) : null}
        {state.status === "failed" ? (
          <Button size="sm" onClick={() => uploadQueue.retry(key)}>
            <RotateCcw aria-hidden />
            {t("upload.again")}
          </Button>
        ) : null}
        <Button
          size="icon"
          variant="ghost"
          className="size-7"
          aria-label={t("upload.cancel", { name })}
          onClick={() => void cancel()}
        >
          <X aria-hidden />
        </Button>
      </div>
      {state.status === "whole" || state.status === "failed" ? null : (
        <Progress
          value={bytes === 0 ? null : received / bytes}
          tone={state.status === "cut" ? "warning" : "accent"}
          aria-label={t("upload.progress", { name })}
        />
      )}
      <p className="text-muted tabular-nums">
        <StateWords job={job} received={received} />
      </p>
    </li>
  );
}

function StateWords({ job: { bytes, state }, received }: { job: UploadJob; received: number }) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const locale = useLocale();
  switch (state.status) {
    case "waiting":
      return t("upload.waiting", { size: formatBytes(bytes) });
    case "cut":
      return <span className="text-warning">{t("upload.cut", { received: formatBytes(received) })}</span>;
    case "whole":
      return t("upload.whole", { size: formatBytes(bytes) });
    case "placed":
      return t("upload.mediaPlaced", { placed: 1, size: formatBytes(bytes) });
    case "failed": {
      const { what, todo } = textOf(state.error);
      return <span className="text-danger">{`${what} ${todo}`}</span>;
    }
    case "sending":
      return [
        `${formatBytes(received)} / ${formatBytes(bytes)}`,
        formatPercent(bytes === 0 ? 1 : received / bytes),
        ...(state.rate
          ? [
              `${formatBytes(state.rate)}/s`,
              t("upload.left", { time: formatDuration((bytes - received) / state.rate, locale) }),
            ]
          : []),
      ].join(" · ");
  }
}
