// Owns one row in its frame: number and size, its faults, the conversation, and the record as it stands behind a fold.
"use client";
import { Braces, ScanText } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { layOutJson } from "@/client/datasets/json-spans.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import type { DatasetRow } from "@/contract/dataset.ts";
import { ConversationView } from "./conversation-view.tsx";
import { JsonText } from "./json-text.tsx";
import { RowFindings } from "./row-findings.tsx";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

type RowCardProps = { row: DatasetRow; dataset: DatasetRef | null };

export function RowCard({ row, dataset }: RowCardProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const [raw, setRaw] = useState(false);
  const number = (row.row + 1).toLocaleString(locale);
  const showsRaw = raw || row.conversation === null;
  return (
    <Card aria-label={t("row.number", { row: number })}>
      <CardHeader
        actions={
          <>
            {dataset && row.conversation ? (
              <Button
                size="sm"
                variant="ghost"
                render={<Link href={datasetHref({ ...dataset, tab: "tokens", row: row.row })} />}
              >
                <ScanText aria-hidden />
                <span className="max-sm:sr-only">{t("row.tokens")}</span>
              </Button>
            ) : null}
            <Button size="sm" variant="ghost" aria-pressed={showsRaw} onClick={() => setRaw(!raw)}>
              <Braces aria-hidden />
              <span className="max-sm:sr-only">{t("row.raw")}</span>
            </Button>
            <CopyButton text={row.text} />
          </>
        }
      >
        <h2 className="font-medium text-sm tabular-nums">{t("row.number", { row: number })}</h2>
        <span className="text-faint text-xs tabular-nums">{formatBytes(row.bytes)}</span>
      </CardHeader>
      <RowFindings findings={row.findings} />
      {row.cut ? (
        <p className="border-b px-3 py-2 text-muted text-xs">
          {t("row.cut", { size: formatBytes(row.bytes) })}
        </p>
      ) : null}
      {row.conversation === null && row.findings.length === 0 && !row.cut ? (
        <p className="border-b px-3 py-2 text-muted text-xs">{t("row.notRead")}</p>
      ) : null}
      {row.conversation && !raw ? (
        <ConversationView conversation={row.conversation} dataset={dataset} />
      ) : null}
      {showsRaw ? (
        <section
          aria-label={t("row.rawLabel", { row: number })}
          {...focusable}
          className="max-h-[32rem] overflow-auto p-3"
        >
          <JsonText text={layOutJson(row.text)} />
        </section>
      ) : null}
    </Card>
  );
}
