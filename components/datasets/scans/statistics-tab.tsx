// Owns the figures of a whole dataset, counted in the background.
"use client";
import { ChartColumn, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { formatBytes } from "@/client/format/bytes.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import type { StatisticsResult } from "@/contract/dataset-scan.ts";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { ScanProgress } from "./scan-progress.tsx";
import { ShareBars } from "./share-bars.tsx";
import { SpreadChart } from "./spread-chart.tsx";
import { StartScan } from "./start-scan.tsx";
import { useScan } from "./use-scan.ts";

const roleNames = ["system", "user", "assistant", "function", "observation"] as const;

export function StatisticsTab({ view }: DatasetTabProps) {
  const t = useT("dataset");
  const statistics = useScan({ name: view.name, dir: view.dir }, "statistics");
  const { result, scan } = statistics;
  const start = (
    <Button
      variant={result ? "default" : "primary"}
      busy={statistics.isStarting}
      disabled={statistics.isRunning}
      onClick={() => statistics.start({ kind: "statistics" })}
      className="w-fit"
    >
      {result ? <RotateCcw aria-hidden /> : <ChartColumn aria-hidden />}
      {t(result ? "scan.again" : "statistics.start")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      {scan === null ? (
        <StartScan
          icon={<ChartColumn />}
          title={t("statistics.intro")}
          body={t("statistics.introBody")}
          action={start}
        />
      ) : (
        start
      )}
      <ScanProgress handle={statistics} label={t("statistics.progress")} />
      {result ? <Figures result={result} /> : null}
    </div>
  );
}

function Figures({ result }: { result: StatisticsResult }) {
  const t = useT("dataset");
  const locale = useLocale();
  const count = (value: number) => value.toLocaleString(locale);
  const roles = Object.entries(result.roles).map(([role, turns]) => {
    const known = roleNames.find((each) => each === role);
    return { name: known ? t(`role.${known}`) : role, count: turns };
  });
  const languages = result.languages.map(({ language, rows }) => ({
    name: languageName(language, locale),
    count: rows,
  }));
  return (
    <div className="flex flex-col gap-4">
      <Card>
        <dl className="grid grid-cols-2 gap-px sm:grid-cols-3">
          <Figure name={t("statistics.rows")}>{count(result.rows)}</Figure>
          <Figure name={t("statistics.duplicates")}>{count(result.duplicates)}</Figure>
          <Figure name={t("statistics.emptyTurns")}>{count(result.emptyTurns)}</Figure>
          {result.media.map(({ kind, count: named, missing, bytes }) => (
            <Figure key={kind} name={t(`mediaKind.${kind}`)}>
              {count(named)}
              <span className="block font-normal text-muted text-xs">
                {t("statistics.mediaCount", {
                  count: count(named),
                  missing: count(missing),
                  size: formatBytes(bytes),
                })}
              </span>
            </Figure>
          ))}
        </dl>
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        {result.length ? (
          <Card className="p-3">
            <SpreadChart title={t("statistics.length")} spread={result.length} />
          </Card>
        ) : null}
        {result.turns ? (
          <Card className="p-3">
            <SpreadChart title={t("statistics.turns")} spread={result.turns} />
          </Card>
        ) : null}
        {roles.length > 0 ? (
          <Card className="p-3">
            <ShareBars title={t("statistics.roles")} items={roles} />
          </Card>
        ) : null}
        {languages.length > 0 ? (
          <Card className="p-3">
            <ShareBars title={t("statistics.languages")} items={languages} />
          </Card>
        ) : null}
      </div>
    </div>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="px-3 py-2.5">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="font-medium text-base tabular-nums">{children}</dd>
    </div>
  );
}

/** A code of a language in the person's words; what is no code stays as it is. */
function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
