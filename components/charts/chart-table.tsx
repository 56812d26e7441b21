// Owns a chart as rows of numbers, newest first, for reading aloud and for copying. Refuses more rows than a page can hold.
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { LineChartSeries } from "./chart-types.ts";
import { formatPlace, type XKind } from "./ticks.ts";

const MOST_ROWS = 200;
/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

type ChartTableProps = { title: string; series: readonly LineChartSeries[]; xKind: XKind };

export function ChartTable({ title, series, xKind }: ChartTableProps) {
  const t = useT("run");
  const locale = useLocale();
  const { rows, total } = recentRows(series);
  return (
    <section aria-label={title} {...focusable} className="h-full overflow-auto border-t">
      <table className="w-full text-xs tabular-nums">
        <caption className="px-3 py-1 text-left text-faint">
          {t("chart.rows", { shown: rows.length, total })}
        </caption>
        <thead className="sticky top-0 bg-surface text-muted">
          <tr>
            <th scope="col" className="px-3 py-1 text-right font-medium">
              {t(`chart.at.${xKind}`)}
            </th>
            {series.map(({ id, label }) => (
              <th key={id} scope="col" className="px-3 py-1 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ x, values }) => (
            <tr key={x} className="border-t">
              <th scope="row" className="px-3 py-1 text-right font-normal text-muted">
                {formatPlace(xKind, x, locale)}
              </th>
              {series.map(({ id, format }) => (
                <td key={id} title={values.get(id)?.toString()} className="px-3 py-1 text-right">
                  {cellOf(values.get(id), format, t("chart.notFinite"))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function cellOf(value: number | undefined, format: (value: number) => string, notFinite: string): string {
  if (value === undefined) return "";
  return Number.isFinite(value) ? format(value) : notFinite;
}

type Row = { x: number; values: Map<string, number> };

function recentRows(series: readonly LineChartSeries[]): { rows: Row[]; total: number } {
  const rows = new Map<number, Row>();
  for (const { id, x, y } of series) {
    for (let index = x.length - 1; index >= Math.max(0, x.length - MOST_ROWS); index--) {
      const place = x[index] ?? 0;
      const value = y[index] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      const row = rows.get(place) ?? { x: place, values: new Map() };
      row.values.set(id, value);
      rows.set(place, row);
    }
  }
  const newest = [...rows.values()].sort((a, b) => b.x - a.x).slice(0, MOST_ROWS);
  return { rows: newest, total: Math.max(newest.length, ...series.map(({ x }) => x.length)) };
}
