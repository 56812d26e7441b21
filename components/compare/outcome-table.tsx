// Owns what became of each setting: a filter with counts, and one row per meaning with its reason. Refuses to hide a loss.
"use client";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { countOutcomes, type OutcomeFilter, outcomes, shownRows } from "@/client/compare/outcomes.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { Setting, TranslationOutcome, TranslationRow } from "@/contract/translate.ts";

const tones: Record<TranslationOutcome, BadgeTone> = {
  lost: "danger",
  changed: "warning",
  added: "info",
  carried: "neutral",
};

type OutcomeTableProps = { rows: readonly TranslationRow[]; from: string; to: string };

export function OutcomeTable({ rows, from, to }: OutcomeTableProps) {
  const t = useT("compare");
  const locale = useLocale();
  const [filter, setFilter] = useState<OutcomeFilter>("all");
  const counts = countOutcomes(rows);
  const shown = shownRows(rows, filter);
  const heads = [from, t("rows.outcome"), to, t("rows.why")];
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("rows.title")}</CardTitle>
      </CardHeader>
      <div className="overflow-x-auto border-b px-3 py-2">
        <Segmented
          value={filter}
          onValueChange={setFilter}
          aria-label={t("rows.filter")}
          items={[
            { value: "all", label: `${t("rows.all")} ${rows.length}` },
            ...outcomes.map((value) => ({ value, label: `${t(`outcome.${value}`)} ${counts[value]}` })),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <p className="px-3 py-6 text-center text-muted text-sm">{t("rows.none")}</p>
      ) : null}
      <table className="w-full table-fixed text-xs max-md:block">
        <thead className="text-left text-muted max-md:sr-only">
          <tr>
            {heads.map((head, at) => (
              <th
                key={head}
                scope="col"
                className={at === 1 ? "w-24 px-2 py-1.5 font-medium" : "px-3 py-1.5 font-medium"}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {shown.map((row) => (
            <tr
              key={`${row.topic} ${row.from.map(({ key }) => key)} ${row.to.map(({ key }) => key)} ${row.why.en}`}
              className="border-t align-top max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-1 max-md:p-3"
            >
              <td className="md:px-3 md:py-2">
                <Settings settings={row.from} empty={t("rows.notSaid")} />
              </td>
              <td className="md:px-2 md:py-2">
                <Badge tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
              </td>
              <td className="max-md:col-span-2 max-md:flex max-md:gap-1.5 md:px-3 md:py-2">
                <ArrowRight aria-hidden className="mt-0.5 size-3 shrink-0 text-faint md:hidden" />
                <Settings
                  settings={row.to}
                  empty={t(row.outcome === "carried" ? "rows.notNeeded" : "rows.nothing")}
                />
              </td>
              <td className="max-w-prose text-muted leading-5 max-md:col-span-2 md:px-3 md:py-2">
                {row.why[locale]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Settings({ settings, empty }: { settings: readonly Setting[]; empty: string }) {
  if (settings.length === 0) return <span className="text-faint">{empty}</span>;
  return (
    <ul className="flex min-w-0 flex-col gap-0.5 font-mono">
      {settings.map(({ key, value }) => (
        <li key={key} className="min-w-0 break-words">
          {key}
          <span className="text-muted">{value === "" ? "" : `: ${value}`}</span>
        </li>
      ))}
    </ul>
  );
}
