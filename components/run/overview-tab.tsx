// Owns the first tab: what is to be known first, then the charts or the work, the facts and the last log lines.
"use client";
import { TriangleAlert } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import type { RunRecord } from "@/client/live/run-record.ts";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import type { RunDetail } from "@/contract/run.ts";
import { isFinal } from "@/contract/run-status.ts";
import { Facts } from "./facts.tsx";
import { LogTail } from "./log-tail.tsx";
import { Notice } from "./notice.tsx";
import { RunNotices } from "./run-notices.tsx";
import type { RunView } from "./run-view.ts";
import { TrainingCharts } from "./training-charts.tsx";
import type { RunCommands } from "./use-run-commands.ts";
import type { SetRunView } from "./use-run-view.ts";
import { WorkOverview } from "./work-overview.tsx";

type OverviewTabProps = { detail: RunDetail; commands: RunCommands; view: RunView; setView: SetRunView };

export function OverviewTab({ detail, commands, view, setView }: OverviewTabProps) {
  const { summary } = detail;
  const { record, loaded } = useRunEvents(summary.id);
  // A run that ended without a point will never have one.
  const curves = !loaded || !isFinal(summary.state) || record.train.length + record.eval.length > 0;
  const openLog = () => setView({ tab: "log" });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {/* Before the word that all went well: it matters more. */}
      {summary.kind === "train" ? <NotFiniteNotice record={record} /> : null}
      <RunNotices
        detail={detail}
        commands={commands}
        onLog={openLog}
        onFiles={() => setView({ tab: "artifacts" })}
      />
      {summary.kind === "train" ? (
        <div className="grid min-w-0 gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {curves ? <TrainingCharts detail={detail} view={view} setView={setView} /> : null}
            <LogTail run={summary} rows={curves ? 8 : 20} onOpen={openLog} />
          </div>
          <Facts detail={detail} />
        </div>
      ) : (
        <WorkOverview detail={detail} onLog={openLog} />
      )}
    </div>
  );
}

function NotFiniteNotice({ record }: { record: RunRecord }) {
  const t = useT("run");
  const { notFinite } = record;
  if (!notFinite) return null;
  return (
    <Notice tone="warning" icon={<TriangleAlert aria-hidden />} title={t("notice.notFinite", notFinite)}>
      {t("notice.notFiniteBody")}
    </Notice>
  );
}
