// Owns what will really happen on both engines, row by row, with the differences marked, and both learning rates on one chart.
"use client";
import { useMemo, useState } from "react";
import { formatLearningRate } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { ChartView, LineChartSeries } from "@/components/charts/chart-types.ts";
import { LineChart } from "@/components/charts/line-chart.tsx";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Switch } from "@/components/ui/switch.tsx";
import type { Outlook } from "@/contract/outlook.ts";
import { outlookRows } from "./outlook-rows.ts";
import { lookOf } from "./run-looks.ts";
import { SideName } from "./side-heads.tsx";

/** `waking`: the engine has not answered yet with its learning rate. */
export type Side = { name: string; outlook: Outlook; waking: boolean };

type OutlookPairProps = {
  sides: readonly Side[];
  title: string;
  /** Begins with the differences alone, and without the learning rate: its curve is drawn elsewhere. */
  brief?: boolean;
};

export function OutlookPair({ sides, title, brief = false }: OutlookPairProps) {
  const t = useT("compare");
  const locale = useLocale();
  const [onlyDifferences, setOnly] = useState(brief);
  const rows = outlookRows(
    sides.map(({ outlook }) => outlook),
    locale,
    t,
  );
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  return (
    <Card>
      <CardHeader
        actions={
          <Switch checked={onlyDifferences} onCheckedChange={setOnly} className="pr-1.5 text-xs">
            {t("outlook.onlyDifferences")}
          </Switch>
        }
      >
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <div
        className={cn("grid items-start gap-4 p-3", !brief && "xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]")}
      >
        <div className="min-w-0 overflow-x-auto">
          <table className="w-full text-xs">
            <caption className="pb-2 text-left text-muted">{t("outlook.body")}</caption>
            <thead className="text-left text-muted">
              <tr>
                <th scope="col" className="py-1.5 pr-3 font-medium">
                  {t("outlook.respect")}
                </th>
                {sides.map(({ name }, at) => (
                  <th key={name} scope="col" className="py-1.5 pr-3 font-medium">
                    <SideName name={name} at={at} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map(({ label, values, differs }) => (
                <tr key={label} className="border-t align-top">
                  <th scope="row" className="w-40 py-1.5 pr-3 text-left font-normal text-muted">
                    {label}
                  </th>
                  {values.map((value, at) => (
                    <td
                      // The sides have a fixed order.
                      key={sides[at]?.name}
                      className={
                        differs
                          ? "break-words bg-warning-surface py-1.5 pr-3 pl-1.5 tabular-nums"
                          : "break-words py-1.5 pr-3 tabular-nums"
                      }
                    >
                      {value ?? <span className="text-faint">{t("outlook.unknown")}</span>}
                      {differs && at === 0 ? (
                        <span className="sr-only"> ({t("outlook.differs")})</span>
                      ) : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 ? <p className="py-4 text-muted text-sm">{t("outlook.same")}</p> : null}
        </div>
        {brief ? null : <RateChart sides={sides} />}
      </div>
    </Card>
  );
}

function RateChart({ sides }: { sides: readonly Side[] }) {
  const t = useT("compare");
  const series = useMemo(
    () =>
      sides.flatMap(({ name, outlook: { curve } }, at): LineChartSeries[] =>
        curve === null
          ? []
          : [
              {
                id: name,
                label: name,
                x: Float64Array.from(curve.steps),
                y: Float64Array.from(curve.rates),
                smoothed: false,
                look: lookOf(at),
                format: formatLearningRate,
              },
            ],
      ),
    [sides],
  );
  const last = Math.max(1, ...sides.map(({ outlook }) => outlook.curve?.steps.at(-1) ?? 1));
  const view: ChartView = useMemo(
    () => ({ xKind: "step", extent: [1, last], zoom: null, smoothing: 0, onZoom: () => {} }),
    [last],
  );
  const missing = sides.map(({ outlook }) => outlook.curveMissing).find((why) => why !== null);
  return (
    <LineChart
      title={t("outlook.curve")}
      series={series}
      view={view}
      height={240}
      fromZero
      loading={sides.some(({ waking }) => waking)}
      empty={missing ?? t("outlook.curveEmpty")}
      withTable
    />
  );
}
