// Owns the word on a chosen dataset's rows: how many of them the engine would drop in this stage, and where to see which.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Check, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { datasetHref } from "@/client/datasets/address.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { type CheckStage, datasetQueries } from "@/client/queries/datasets.ts";
import type { DatasetEntry } from "@/contract/library.ts";

/** Larger files are checked on their own page, when a person asks for it. */
const MOST_BYTES = 256 * 1024 * 1024;

type DatasetHealthProps = { entry: DatasetEntry; dir: string; stage: CheckStage };

export function DatasetHealth({ entry, dir, stage }: DatasetHealthProps) {
  const t = useT("launch");
  const locale = useLocale();
  const ref = { name: entry.name, dir };
  const small = entry.source === "file" && entry.bytes !== null && entry.bytes <= MOST_BYTES;
  const begun = useQuery({
    ...datasetQueries.checked(ref, stage, `${entry.bytes} ${entry.rows}`),
    enabled: small,
  });
  const scan = useQuery({
    ...datasetQueries.scan(begun.data?.id ?? ""),
    enabled: begun.data !== undefined,
  }).data;
  if (scan?.state.status !== "done" || scan.result?.kind !== "check") return null;
  const { rows, unusable } = scan.result;
  if (unusable === 0)
    return (
      <span className="inline-flex items-center gap-1 text-success">
        <Check aria-hidden className="size-3" />
        {t("data.allFit")}
      </span>
    );
  return (
    <span className="inline-flex flex-wrap items-center gap-1 text-warning">
      <TriangleAlert aria-hidden className="size-3" />
      {t("data.dropped", { count: unusable, of: formatCount(rows, locale) })}
      <Link
        href={datasetHref({ ...ref, tab: "check" })}
        prefetch={false}
        className="text-accent-text underline-offset-2 hover:underline"
      >
        {t("data.droppedWhich")}
      </Link>
    </span>
  );
}
