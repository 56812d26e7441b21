// Owns the bar under the header: how much is done, in the colour of the state.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { Progress } from "@/components/ui/progress.tsx";
import type { RunStatus, RunSummary } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";
import { useLiveProgress } from "./use-live-progress.ts";

const tones: Partial<Record<RunStatus, "success" | "danger" | "warning" | "neutral">> = {
  succeeded: "success",
  failed: "danger",
  lost: "danger",
  paused: "warning",
  stopped: "neutral",
  queued: "neutral",
};

export function RunProgressBar({ run }: { run: RunSummary }) {
  const t = useT("run");
  const { share } = useLiveProgress(run);
  const value = run.state.status === "succeeded" ? 1 : isLive(run.state) ? share : (share ?? 0);
  return (
    <Progress
      value={value}
      tone={tones[run.state.status] ?? "accent"}
      aria-label={t("head.progress", { name: run.name })}
    />
  );
}
