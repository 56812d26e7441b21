// Owns the panel beside the pointer: the place, and per series the sample itself and its smoothed value.
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import type { LineChartSeries } from "./chart-types.ts";
import { valuesAt } from "./hovered-values.ts";
import { LineSwatch } from "./line-swatch.tsx";
import type { Hovered } from "./plot-handle.ts";
import type { PreparedChart } from "./prepare.ts";
import { formatPlace, type XKind } from "./ticks.ts";

type ChartTooltipProps = {
  series: readonly LineChartSeries[];
  chart: PreparedChart;
  hovered: Hovered | null;
  xKind: XKind;
};

export function ChartTooltip({ series, chart, hovered, xKind }: ChartTooltipProps) {
  const t = useT("run");
  const locale = useLocale();
  const place = hovered?.[0];
  const x = place === null || place === undefined ? undefined : chart.x[place];
  if (!hovered || x === undefined) return null;
  const first = chart.x[0] ?? x;
  const share = (x - first) / ((chart.x.at(-1) ?? x) - first || 1);
  return (
    <div
      aria-hidden
      className={cn(
        "pointer-events-none invisible absolute top-2 z-10 rounded-md border bg-overlay px-2 py-1.5 text-xs shadow-overlay group-hover/plot:visible",
        share > 0.5 ? "left-15" : "right-3",
      )}
    >
      <p className="mb-1 text-muted tabular-nums">
        {t(`chart.at.${xKind}`)} {formatPlace(xKind, x, locale)}
      </p>
      <table className="tabular-nums">
        <tbody>
          {valuesAt(chart, hovered).map((found) => {
            const line = series.find(({ id }) => id === found.id);
            if (!line || found.value === null) return null;
            const elsewhere = found.x !== null && found.x !== x;
            return (
              <tr key={found.id}>
                <td className="pr-2">
                  <LineSwatch look={line.look} />
                </td>
                <td className="pr-3 text-muted">{line.label}</td>
                <td className="text-right">{line.format(found.value)}</td>
                <td className="pl-3 text-right text-muted">
                  {found.smoothed !== null ? `~ ${line.format(found.smoothed)}` : null}
                  {elsewhere && found.x !== null ? `@ ${formatPlace(xKind, found.x, locale)}` : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
