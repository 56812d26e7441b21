// Owns the question before a process is killed: what is lost by it.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import type { RunSummary } from "@/contract/run.ts";
import type { RunCommands } from "./use-run-commands.ts";

export function ForceStopDialog({ run, commands }: { run: RunSummary; commands: RunCommands }) {
  const t = useT("run");
  const { question, ask, act, checkpoints } = commands;
  const newest = checkpoints[0];
  const body =
    run.kind !== "train"
      ? t("action.forceWork")
      : newest
        ? t("action.forceTrain", { checkpoint: newest.name })
        : t("action.forceTrainNone");
  return (
    <ConfirmDialog
      open={question.type === "force-stop"}
      onOpenChange={() => ask({ type: "none" })}
      danger
      title={t("action.forceTitle", { name: run.name })}
      body={body}
      confirmLabel={t("action.forceConfirm")}
      onConfirm={() => {
        ask({ type: "none" });
        act({ action: "force-stop" });
      }}
    />
  );
}
