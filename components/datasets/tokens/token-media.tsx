// Owns the media of an encoded row: each with its tokens and the formula with its numbers.
"use client";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import type { EncodedMedia } from "@/contract/dataset-scan.ts";
import { MediaView } from "../rows/media-view.tsx";

export function TokenMedia({ media, dataset }: { media: readonly EncodedMedia[]; dataset: DatasetRef }) {
  const t = useT("dataset");
  const locale = useLocale();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("tokens.media")}</CardTitle>
      </CardHeader>
      <ul>
        {media.map((item, at) => (
          <li
            key={`${item.from} ${item.source}`}
            className="flex flex-col gap-2 border-b p-3 text-xs last:border-b-0"
          >
            <p className="flex flex-wrap justify-between gap-2 font-medium tabular-nums">
              <span>{`${t(`mediaKind.${item.kind}`)} ${at + 1}`}</span>
              <span>{t("tokens.length", { length: item.count.toLocaleString(locale) })}</span>
            </p>
            <p>
              <span className="text-muted">{t("tokens.formula")} </span>
              <code className="break-words font-mono">{item.formula}</code>
            </p>
            {Object.keys(item.numbers).length > 0 ? (
              <dl className="flex flex-wrap gap-x-3 gap-y-0.5 font-mono text-2xs text-muted tabular-nums">
                {Object.entries(item.numbers).map(([name, value]) => (
                  <div key={name} className="flex gap-1">
                    <dt>{name} =</dt>
                    <dd className="text-foreground">{value.toLocaleString(locale)}</dd>
                  </div>
                ))}
              </dl>
            ) : null}
            <MediaView kind={item.kind} source={item.source} dataset={dataset} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
