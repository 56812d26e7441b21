// Owns checking every row: starting, the faults grouped and counted, and writing the certain fixes as a new dataset.
"use client";
import { CircleCheck, RotateCcw, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { FaultList } from "./fault-list.tsx";
import { FixSection } from "./fix-section.tsx";
import { ScanProgress } from "./scan-progress.tsx";
import { StartScan } from "./start-scan.tsx";
import { useScan } from "./use-scan.ts";

const stages = ["auto", "sft", "pt", "rm", "dpo", "kto"] as const;
type Stage = (typeof stages)[number];

export function CheckTab({ view }: DatasetTabProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const dataset = { name: view.name, dir: view.dir };
  const check = useScan(dataset, "check");
  const [stage, setStage] = useState<Stage>("auto");
  const [fixes, setFixes] = useState<ReadonlySet<string>>(new Set());
  const { result, scan } = check;
  const isDone = scan?.state.status === "done";
  const start = () => {
    setFixes(new Set());
    check.start({ kind: "check", ...(stage !== "auto" && { stage }) });
  };
  const choose = (code: string, chosen: boolean) => {
    const next = new Set(fixes);
    if (chosen) next.add(code);
    else next.delete(code);
    setFixes(next);
  };
  const controls = (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={t("check.stage")}
        value={stage}
        onValueChange={setStage}
        items={stages.map((value) => ({ value, label: t(`check.stages.${value}`) }))}
        className="w-52"
      />
      <Button
        variant={result ? "default" : "primary"}
        busy={check.isStarting}
        disabled={check.isRunning}
        onClick={start}
      >
        {result ? <RotateCcw aria-hidden /> : <ShieldCheck aria-hidden />}
        {t(result ? "scan.again" : "check.start")}
      </Button>
    </div>
  );
  return (
    <div className="flex flex-col gap-4">
      {scan === null ? (
        <StartScan
          icon={<ShieldCheck />}
          title={t("check.intro")}
          body={t("check.introBody")}
          action={controls}
        />
      ) : (
        controls
      )}
      <ScanProgress handle={check} label={t("check.progress")} />
      {result ? (
        <>
          {check.isRunning && result.unusable === 0 ? null : (
            <p aria-live="polite" className="text-sm tabular-nums">
              {result.unusable === 0
                ? t("check.noneUnusable", { rows: result.rows.toLocaleString(locale) })
                : t("check.summary", {
                    rows: result.rows.toLocaleString(locale),
                    unusable: result.unusable.toLocaleString(locale),
                  })}
            </p>
          )}
          {result.counts.length === 0 && isDone ? (
            <EmptyState
              className="px-0 sm:px-0"
              icon={<CircleCheck className="text-success" />}
              title={t("check.fine", { rows: result.rows.toLocaleString(locale) })}
              body={t("check.fineBody")}
            />
          ) : null}
          <FaultList dataset={dataset} result={result} fixes={fixes} onFix={isDone ? choose : null} />
          {isDone && result.counts.length > 0 ? (
            <FixSection dataset={dataset} result={result} fixes={fixes} onFixes={setFixes} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
