// Owns one encoded row: figures, the warning of a cut in the wrong place, tokens, media, and the same at inference.
"use client";
import { TriangleAlert } from "lucide-react";
import { formatPercent } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { ErrorState } from "@/components/ui/error-state.tsx";
import type { Encoding } from "@/contract/dataset-scan.ts";
import { InferenceText } from "./inference-text.tsx";
import { TokenMedia } from "./token-media.tsx";
import { TokenText } from "./token-text.tsx";
import { useNoteText } from "./use-note-text.ts";

type EncodedRowProps = {
  encoding: Encoding;
  dataset: DatasetRef;
};

export function EncodedRow({ encoding, dataset }: EncodedRowProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const noteText = useNoteText();
  if (encoding.status === "dropped")
    return <ErrorState className="max-w-3xl" what={t("tokens.dropped")} why={encoding.reason} />;
  const { tokens, length, cutoffLen, cutsMedia, media, notes } = encoding;
  const count = (value: number) => value.toLocaleString(locale);
  const learned = tokens.filter((token) => token.learned).length;
  const beyond = Math.max(0, length - tokens.length);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm tabular-nums">
        <span className="font-medium">{t("tokens.length", { length: count(length) })}</span>
        <span className="text-muted">
          {t("tokens.learned", {
            count: count(learned),
            share: formatPercent(tokens.length > 0 ? learned / tokens.length : 0),
          })}
        </span>
        {beyond > 0 ? (
          <span className="text-warning">
            {t("tokens.cut", { count: count(beyond), length: count(length), cutoff: count(cutoffLen) })}
          </span>
        ) : null}
      </p>
      {cutsMedia ? (
        <div
          role="alert"
          className="flex gap-2.5 rounded-lg border border-danger/40 bg-danger-surface p-3 text-sm"
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          <div className="min-w-0">
            <p className="font-medium">{t("tokens.cutsMedia")}</p>
            <p className="max-w-prose">{t("tokens.cutsMediaBody")}</p>
          </div>
        </div>
      ) : null}
      {notes.length > 0 ? (
        <ul
          aria-label={t("tokens.notes")}
          className="flex max-w-prose list-disc flex-col gap-1 pl-4 text-muted text-xs"
        >
          {notes.map((note) => (
            <li key={note.message}>{noteText(note)}</li>
          ))}
        </ul>
      ) : null}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <TokenText encoding={encoding} />
        <div className="flex min-w-0 flex-col gap-4">
          {media.length > 0 ? <TokenMedia media={media} dataset={dataset} /> : null}
          <InferenceText inference={encoding.inference} />
        </div>
      </div>
    </div>
  );
}
