// Owns the chosen row of the table as it stands in the file.
"use client";
import { MessagesSquare } from "lucide-react";
import { layOutJson } from "@/client/datasets/json-spans.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import type { DatasetRow } from "@/contract/dataset.ts";
import { JsonText } from "./json-text.tsx";
import { RowFindings } from "./row-findings.tsx";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

export function RawRow({ row, onOpen }: { row: DatasetRow | undefined; onOpen: () => void }) {
  const t = useT("dataset");
  const locale = useLocale();
  if (!row) return <Card className="p-3 text-muted text-xs">{t("row.select")}</Card>;
  const number = (row.row + 1).toLocaleString(locale);
  return (
    <Card className="flex flex-col xl:h-[calc(100dvh-14.5rem)] xl:min-h-80">
      <CardHeader
        actions={
          <>
            <Button size="sm" variant="ghost" onClick={onOpen}>
              <MessagesSquare aria-hidden />
              {t("row.open")}
            </Button>
            <CopyButton text={row.text} />
          </>
        }
      >
        <CardTitle>{t("row.number", { row: number })}</CardTitle>
      </CardHeader>
      <RowFindings findings={row.findings} />
      {row.cut ? (
        <p className="border-b px-3 py-2 text-muted text-xs">
          {t("row.cut", { size: formatBytes(row.bytes) })}
        </p>
      ) : null}
      <section
        aria-label={t("row.rawLabel", { row: number })}
        {...focusable}
        className="min-h-0 flex-1 overflow-auto rounded-b-lg p-3 max-xl:max-h-96"
      >
        <JsonText text={layOutJson(row.text)} />
      </section>
    </Card>
  );
}
