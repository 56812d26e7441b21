// Owns the rows of an outlook table: numbers first, then what each engine takes, and whether all sides agree. Pure.

import type { Locale } from "@/client/i18n/locale.ts";
import type { useT } from "@/client/i18n/use-t.ts";
import type { Outlook } from "@/contract/outlook.ts";
import { outlookFacts } from "@/contract/outlook-facts.ts";

export type OutlookRow = { label: string; values: (string | null)[]; differs: boolean };

type Words = ReturnType<typeof useT<"compare">>;

export function outlookRows(outlooks: readonly Outlook[], locale: Locale, t: Words): OutlookRow[] {
  const row = (label: string, read: (outlook: Outlook) => string | null): OutlookRow => {
    const values = outlooks.map(read);
    return { label, values, differs: new Set(values).size > 1 };
  };
  // Engines name their templates each in its own way; the texts themselves stand beside.
  const named = (found: OutlookRow): OutlookRow =>
    new Set(outlooks.map(({ engine }) => engine)).size > 1 ? { ...found, differs: false } : found;
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Number(value.toFixed(2)).toLocaleString(locale);
  const findings = ({ errors, warnings }: Outlook) =>
    errors + warnings === 0 ? t("outlook.noFindings") : t("outlook.findingsValue", { errors, warnings });
  const facts = outlookFacts.filter((id) =>
    outlooks.some((outlook) => outlook.facts.some((fact) => fact.id === id)),
  );
  return [
    row(t("outlook.steps"), ({ estimate }) => number(estimate?.totalSteps)),
    row(t("outlook.stepsPerEpoch"), ({ estimate }) => number(estimate?.stepsPerEpoch)),
    row(t("outlook.epochs"), ({ estimate }) => number(estimate?.epochs)),
    row(t("outlook.examples"), ({ estimate }) => number(estimate?.examples)),
    row(t("outlook.batch"), ({ estimate }) => number(estimate?.effectiveBatchSize)),
    row(t("outlook.warmup"), ({ warmupSteps }) => number(warmupSteps)),
    ...facts.map((id) => {
      const found = row(
        t(`outlook.fact.${id}`),
        (outlook) => outlook.facts.find((fact) => fact.id === id)?.value[locale] ?? null,
      );
      return id === "template" ? named(found) : found;
    }),
    row(t("outlook.findings"), findings),
  ];
}
