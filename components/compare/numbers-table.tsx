// Owns the end numbers of the compared runs, each named with the line it has in the charts.
"use client";
import { X } from "lucide-react";
import Link from "next/link";
import { firstAndLeast } from "@/client/compare/shared-metrics.ts";
import { comparison } from "@/client/compare/twin-address.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { formatLoss } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { RunStateBadge } from "@/components/run-state/run-state-badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import type { ComparedRun } from "./compared-run.ts";
import { SideName } from "./side-heads.tsx";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

export function NumbersTable({ runs }: { runs: readonly ComparedRun[] }) {
  const t = useT("compare");
  const locale = useLocale();
  const names = new Map(runs.map(({ detail: { summary } }) => [summary.id, summary.name]));
  const heads = [
    "name",
    "engine",
    "state",
    "steps",
    "firstLoss",
    "lastLoss",
    "lastEval",
    "bestEval",
    "duration",
  ] as const;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("runs.numbers")}</CardTitle>
      </CardHeader>
      <section aria-label={t("runs.numbers")} {...focusable} className="overflow-x-auto rounded-b-lg">
        <table className="w-full whitespace-nowrap text-xs tabular-nums">
          <thead className="text-left text-muted">
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="px-3 py-1.5 font-medium">
                  {t(`runs.${head}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {runs.map(({ detail: { summary }, feed: { record }, engine }, at) => {
              const twin = summary.twin === undefined ? undefined : names.get(summary.twin);
              const others = runs.map((run) => run.detail.summary.id).filter((id) => id !== summary.id);
              const loss = firstAndLeast(record.train.metric("loss"));
              const evalLoss = firstAndLeast(record.eval.metric("eval_loss"));
              const cells = [
                loss.first,
                record.train.latest("loss"),
                record.eval.latest("eval_loss"),
                evalLoss.least,
              ];
              return (
                <tr key={summary.id} className="border-t">
                  <th scope="row" className="px-3 py-2 text-left font-normal">
                    <Link
                      href={`/run/?id=${summary.id}`}
                      className="text-accent-text underline-offset-2 hover:underline"
                    >
                      <SideName name={summary.name} at={at} />
                    </Link>
                    {twin === undefined ? null : (
                      <span className="ml-2 text-faint">{t("runs.twinOf", { name: twin })}</span>
                    )}
                  </th>
                  <td className="px-3 py-2">{engine}</td>
                  <td className="px-3 py-2">
                    <RunStateBadge run={summary} />
                  </td>
                  <td className="px-3 py-2">{summary.progress?.done.toLocaleString(locale) ?? "–"}</td>
                  {cells.map((value, column) => (
                    <td key={heads[column + 4]} title={value?.toString()} className="px-3 py-2">
                      {value === null ? "–" : formatLoss(value)}
                    </td>
                  ))}
                  <td className="px-3 py-2">
                    {summary.durationMs === null ? "–" : formatDuration(summary.durationMs / 1000, locale)}
                  </td>
                  <td className="px-1.5">
                    {others.length === 0 ? null : (
                      <Button
                        size="icon"
                        variant="ghost"
                        className="size-7"
                        aria-label={t("runs.remove", { name: summary.name })}
                        render={<Link href={comparison(others)} />}
                      >
                        <X aria-hidden />
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
