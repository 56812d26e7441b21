// Owns the numbers that work other than training came to: measured on each part of the data, or counted. Nothing without any.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount, formatLoss } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { Cell, DataTable, HeadCell } from "./data-table.tsx";
import { byPart, counted } from "./result-table.ts";

export function ResultNumbers({ detail }: { detail: RunDetail }) {
  const { summary } = detail;
  const { record } = useRunEvents(summary.id);
  if (summary.kind === "train" || summary.kind === "setup") return null;
  return summary.kind === "evaluate" ? (
    <Measured rows={byPart(record.summary)} />
  ) : (
    <Counted rows={counted(record.summary)} />
  );
}

function Measured({ rows }: { rows: ReturnType<typeof byPart> }) {
  const t = useT("run");
  const locale = useLocale();
  if (rows.length === 0) return null;
  const shown = (value: number | null) =>
    value !== null && Number.isInteger(value) ? formatCount(value, locale) : formatLoss(value);
  return (
    <DataTable
      label={t("result.title")}
      head={
        <>
          <HeadCell>{t("result.metric")}</HeadCell>
          <HeadCell right>{t("result.eval")}</HeadCell>
          <HeadCell right>{t("result.train")}</HeadCell>
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.name}>
          <Cell className="font-mono">{row.name}</Cell>
          <Cell right>{shown(row.eval)}</Cell>
          <Cell right>{shown(row.train)}</Cell>
        </tr>
      ))}
    </DataTable>
  );
}

function Counted({ rows }: { rows: ReturnType<typeof counted> }) {
  const t = useT("run");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("result.title")}</CardTitle>
      </CardHeader>
      <CardBody>
        <KeyValueList>
          {rows.map(({ name, value, unit }) => (
            <KeyValue key={name} name={t(`result.counted.${name}`)}>
              {unit === "bytes" ? formatBytes(value) : formatCount(value, locale)}
            </KeyValue>
          ))}
        </KeyValueList>
      </CardBody>
    </Card>
  );
}
