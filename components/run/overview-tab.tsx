// Owns the first tab: what is to be known first, then the charts or the work, the facts and the last log lines.
"use client";
import { TriangleAlert } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import type { RunDetail } from "@/contract/run.ts";
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
  const openLog = () => setView({ tab: "log" });
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <RunNotices
        detail={detail}
        commands={commands}
        onLog={openLog}
        onFiles={() => setView({ tab: "artifacts" })}
      />
      {summary.kind === "train" ? (
        <>
          <NotFiniteNotice runId={summary.id} />
          <div className="grid min-w-0 gap-4 xl:grid-cols-[minmax(0,1fr)_18rem]">
            <div className="flex min-w-0 flex-col gap-4">
              <TrainingCharts detail={detail} view={view} setView={setView} />
              <LogTail run={summary} rows={8} onOpen={openLog} />
            </div>
            <Facts detail={detail} />
          </div>
        </>
      ) : (
        <WorkOverview detail={detail} onLog={openLog} />
      )}
    </div>
  );
}

function NotFiniteNotice({ runId }: { runId: string }) {
  const t = useT("run");
  const { notFinite } = useRunEvents(runId).record;
  if (!notFinite) return null;
  return (
    <Notice tone="warning" icon={<TriangleAlert aria-hidden />} title={t("notice.notFinite", notFinite)}>
      {t("notice.notFiniteBody")}
    </Notice>
  );
}
