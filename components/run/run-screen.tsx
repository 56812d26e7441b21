// Owns the frame of one run: header, tabs, questions, what is announced. Refuses the contents of the tabs.
"use client";
import { useRouter } from "next/navigation";
import { useT } from "@/client/i18n/use-t.ts";
import { RunStateBadge } from "@/components/run-state/run-state-badge.tsx";
import { RemoveRunDialog } from "@/components/shared/remove-run-dialog.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs.tsx";
import type { RunDetail, RunKind } from "@/contract/run.ts";
import { ArtifactsTab } from "./artifacts-tab.tsx";
import { CheckpointsTab } from "./checkpoints-tab.tsx";
import { ConfigTab } from "./config-tab.tsx";
import { DetailRefresh } from "./detail-refresh.tsx";
import { EnvironmentTab } from "./environment-tab.tsx";
import { FollowDialog } from "./follow-dialog.tsx";
import { ForceStopDialog } from "./force-stop-dialog.tsx";
import { LogTab } from "./log-tab.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { RunActions } from "./run-actions.tsx";
import { RunAnnouncer } from "./run-announcer.tsx";
import { RunFigures } from "./run-figures.tsx";
import { RunProgressBar } from "./run-progress-bar.tsx";
import { type RunTab, runTabs } from "./run-view.ts";
import { useRunCommands } from "./use-run-commands.ts";
import { useRunPalette } from "./use-run-palette.tsx";
import { useRunView } from "./use-run-view.ts";

const work = runTabs.filter((tab) => tab !== "checkpoints");
const tabs: Record<RunKind, readonly RunTab[]> = {
  train: runTabs,
  preprocess: work,
  evaluate: work,
  merge: work,
  export: work,
  quantize: work,
  setup: ["overview", "log", "environment"],
};

export function RunScreen({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const { summary } = detail;
  const [view, setView] = useRunView();
  const router = useRouter();
  const commands = useRunCommands(detail);
  useRunPalette(commands);

  const shown = tabs[summary.kind];
  const counts: Partial<Record<RunTab, number>> = {
    checkpoints: detail.checkpoints.length,
    artifacts: detail.artifacts.length,
  };

  return (
    <Tabs value={shown.includes(view.tab) ? view.tab : "overview"} onValueChange={(tab) => setView({ tab })}>
      <PageHeader
        title={summary.name}
        heading={
          <div className="flex min-w-0 items-center gap-2.5">
            <h1 className="min-w-0 truncate font-semibold text-xl">{summary.name}</h1>
            <RunStateBadge run={summary} />
          </div>
        }
        meta={<RunFigures run={summary} />}
        actions={
          <RunActions
            run={summary}
            commands={commands}
            withAgain={summary.state.status !== "failed" || view.tab !== "overview"}
          />
        }
      >
        <RunProgressBar run={summary} />
        <TabList aria-label={t("tab.label")} className="border-b-0">
          {shown.map((tab) => (
            <Tab key={tab} value={tab}>
              {t(`tab.${tab}`)}
              {counts[tab] ? <span className="text-faint text-xs tabular-nums">{counts[tab]}</span> : null}
            </Tab>
          ))}
        </TabList>
      </PageHeader>
      <RunAnnouncer run={summary} />
      <DetailRefresh runId={summary.id} />
      <TabPanel value="overview" className="p-4 md:p-6">
        <OverviewTab detail={detail} commands={commands} view={view} setView={setView} />
      </TabPanel>
      {shown.includes("config") ? (
        <TabPanel value="config" className="p-4 md:p-6">
          <ConfigTab detail={detail} />
        </TabPanel>
      ) : null}
      <TabPanel value="log" className="p-4 md:p-6">
        <LogTab run={summary} />
      </TabPanel>
      {shown.includes("checkpoints") ? (
        <TabPanel value="checkpoints" className="p-4 md:p-6">
          <CheckpointsTab detail={detail} commands={commands} />
        </TabPanel>
      ) : null}
      {shown.includes("artifacts") ? (
        <TabPanel value="artifacts" className="p-4 md:p-6">
          <ArtifactsTab detail={detail} />
        </TabPanel>
      ) : null}
      <TabPanel value="environment" className="p-4 md:p-6">
        <EnvironmentTab detail={detail} />
      </TabPanel>
      <ForceStopDialog run={summary} commands={commands} />
      <MergeDialog detail={detail} commands={commands} />
      <RemoveRunDialog
        open={commands.question.type === "remove"}
        run={summary}
        onClose={() => commands.ask({ type: "none" })}
        onRemoved={() => router.push("/")}
      />
      <FollowDialog detail={detail} commands={commands} />
    </Tabs>
  );
}
