// Owns how lengths are spread: bars of counts, the figures in words, the whole table for those who cannot see bars.
"use client";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import type { StatisticsResult } from "@/contract/dataset-scan.ts";

export type Spread = NonNullable<StatisticsResult["length"]>;

type SpreadChartProps = {
  title: string;
  spread: Spread;
  /** Bars beyond it are told apart. */
  cutoff?: number;
};

const figures = ["min", "median", "mean", "p95", "max"] as const;

export function SpreadChart({ title, spread, cutoff }: SpreadChartProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const highest = Math.max(1, ...spread.bins.map(({ count }) => count));
  const count = (value: number) => formatCount(value, locale);
  const range = (bin: { from: number; to: number }) =>
    t("spread.bin", { from: count(bin.from), to: count(bin.to) });
  const lowest = spread.bins[0]?.from ?? spread.min;
  const top = spread.bins.at(-1)?.to ?? spread.max;
  const place = cutoff === undefined || top <= lowest ? null : (cutoff - lowest) / (top - lowest);
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="font-medium text-sm">{title}</figcaption>
      <div className="relative">
        <div aria-hidden className="flex h-28 items-end gap-px border-b">
          {spread.bins.map((bin) => (
            <div
              key={bin.from}
              title={`${range(bin)}: ${bin.count.toLocaleString(locale)}`}
              className="flex h-full min-w-0 flex-1 items-end hover:bg-surface-2"
            >
              <div
                className={cn(
                  "mx-auto w-full max-w-16 rounded-t-xs bg-(--series-1)",
                  cutoff !== undefined && bin.from >= cutoff && "bg-danger",
                )}
                style={{ height: bin.count === 0 ? 0 : `max(2px, ${(bin.count / highest) * 100}%)` }}
              />
            </div>
          ))}
        </div>
        {place !== null && place >= 0 && place <= 1 && cutoff !== undefined ? (
          <div
            aria-hidden
            className="pointer-events-none absolute inset-y-0 border-danger border-l border-dashed"
            style={{ left: `${place * 100}%` }}
          >
            <span
              className={cn(
                "absolute top-0 whitespace-nowrap px-1 text-2xs text-danger",
                place > 0.6 ? "right-0" : "left-0",
              )}
            >
              {t("spread.cutoff", { cutoff: count(cutoff) })}
            </span>
          </div>
        ) : null}
        <div aria-hidden className="flex justify-between pt-1 text-2xs text-faint tabular-nums">
          {spread.min === spread.max ? (
            <span className="mx-auto">{count(spread.min)}</span>
          ) : (
            [lowest, (lowest + top) / 2, top].map((value) => <span key={value}>{count(value)}</span>)
          )}
        </div>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs tabular-nums">
        {figures.map((figure) => (
          <div key={figure} className="flex gap-1.5" title={spread[figure].toLocaleString(locale)}>
            <dt className="text-muted">{t(`spread.${figure}`)}</dt>
            <dd>{count(Math.round(spread[figure] * 10) / 10)}</dd>
          </div>
        ))}
      </dl>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("spread.range")}</th>
            <th scope="col">{t("spread.count")}</th>
          </tr>
        </thead>
        <tbody>
          {spread.bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">{range(bin)}</th>
              <td>{bin.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
