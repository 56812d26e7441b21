// Owns one file that an earlier visit has left at the server: whole, or waiting for the rest.
"use client";
import { ArrowRight, X } from "lucide-react";
import Link from "next/link";
import { addHref } from "@/client/datasets/address.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useCancelUpload } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { Upload } from "@/contract/dataset.ts";

export function EarlierUpload({ upload, dir }: { upload: Upload; dir: string | undefined }) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const cancel = useCancelUpload();
  const { id, name, bytes, received } = upload;
  const isWhole = received >= bytes;
  return (
    <li className="flex flex-col gap-1.5 border-b px-3 py-2 text-xs last:border-b-0">
      <div className="flex min-h-7 items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium text-sm" title={name}>
          {name}
        </span>
        {isWhole ? (
          <Button size="sm" render={<Link href={addHref("upload", { upload: id, dir })} />}>
            {t("upload.confirm")}
            <ArrowRight aria-hidden />
          </Button>
        ) : null}
        <Button
          size="icon"
          variant="ghost"
          className="size-7"
          aria-label={t("upload.forget", { name })}
          busy={cancel.isPending}
          onClick={() =>
            cancel.mutate(id, {
              onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }),
            })
          }
        >
          <X aria-hidden />
        </Button>
      </div>
      {isWhole ? null : (
        <Progress
          value={bytes === 0 ? null : received / bytes}
          tone="neutral"
          aria-label={t("upload.progress", { name })}
        />
      )}
      <p className="text-muted tabular-nums">
        {isWhole
          ? t("upload.earlierWhole", { size: formatBytes(bytes) })
          : t("upload.earlierCut", { received: formatBytes(received), size: formatBytes(bytes) })}
      </p>
    </li>
  );
}
