// Owns how the facts of a dataset read: what it can be trained with, its format, its media, what is wrong.
"use client";
import { AudioLines, Film, Image, TriangleAlert } from "lucide-react";
import { purposeOf } from "@/client/datasets/fitness.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { DatasetEntry } from "@/contract/library.ts";

const tones = {
  sft: "info",
  preference: "violet",
  kto: "magenta",
  pretraining: "neutral",
} as const satisfies Record<ReturnType<typeof purposeOf>, BadgeTone>;
const icons = { images: Image, videos: Film, audios: AudioLines };

export function FitnessBadge({ entry }: { entry: DatasetEntry }) {
  const t = useT("datasets");
  const purpose = purposeOf(entry);
  return (
    <Badge tone={tones[purpose]} title={t(`purposeHelp.${purpose}`)}>
      {t(`purpose.${purpose}`)}
    </Badge>
  );
}

export function FormatWords({ entry }: { entry: DatasetEntry }) {
  const t = useT("datasets");
  const type =
    entry.file === null ? null : (/\.([a-z0-9]+)$/i.exec(entry.file)?.[1]?.toLowerCase() ?? t("folder"));
  return [entry.formatting, entry.source === "file" ? type : t(`source.${entry.source}`)]
    .filter((part) => part !== null)
    .join(" · ");
}

export function MediaBadges({ entry }: { entry: DatasetEntry }) {
  const t = useT("datasets");
  if (entry.media.length === 0) return <span className="text-faint max-md:hidden">–</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {entry.media.map((kind) => {
        const Icon = icons[kind];
        return (
          <Badge key={kind} tone="outline">
            <Icon aria-hidden />
            {t(`media.${kind}`)}
          </Badge>
        );
      })}
    </span>
  );
}

/** `short`: the sign with its words for those who ask. */
export function ProblemMark({ entry, short = false }: { entry: DatasetEntry; short?: boolean }) {
  if (entry.problem === null) return short ? null : <span className="text-faint max-md:hidden">–</span>;
  return (
    <span className="flex min-w-0 items-center gap-1 text-warning text-xs" title={entry.problem}>
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      <span className={short ? "sr-only" : "min-w-0 truncate max-md:whitespace-normal"}>{entry.problem}</span>
    </span>
  );
}
