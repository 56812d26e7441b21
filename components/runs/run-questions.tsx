// Owns the questions before something of a run ends or goes: what is kept, what is lost.
"use client";
import { type ReactNode, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { RemoveRunDialog } from "@/components/shared/remove-run-dialog.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { stopConsequence } from "./stop-consequence.ts";
import type { ActAsking, Asking, RunRequests } from "./use-run-requests.ts";

export function RunQuestions({ requests }: { requests: RunRequests }) {
  const { asking } = requests;
  // What was asked last stays readable while its dialog closes.
  const [shown, setShown] = useState<Asking | null>(asking);
  if (asking && asking !== shown) setShown(asking);
  if (!shown) return null;
  const open = asking !== null;
  switch (shown.type) {
    case "stop":
    case "archive":
    case "force-stop":
      return <ActQuestion open={open} asking={shown} requests={requests} />;
    case "rename":
      return <RenameDialog open={open} run={shown.run} onClose={requests.close} />;
    case "remove":
      return <RemoveRunDialog open={open} run={shown.run} onClose={requests.close} />;
  }
}

function ActQuestion({
  open,
  asking,
  requests,
}: {
  open: boolean;
  asking: ActAsking;
  requests: RunRequests;
}) {
  const t = useT("runs");
  const { runs } = asking;
  const [first] = runs;
  const name = first?.name ?? "";
  const words: Record<ActAsking["type"], { title: string; body: ReactNode; confirm: string }> = {
    stop: {
      title: runs.length > 1 ? t("stop.titleMany", { count: runs.length }) : t("stop.title", { name }),
      body: runs.length > 1 || !first ? t("stop.many") : t(`stop.${stopConsequence(first)}`),
      confirm: t("stop.confirm"),
    },
    archive: {
      title: t("archive.titleMany", { count: runs.length }),
      body: t("archive.many"),
      confirm: t("archive.confirm"),
    },
    "force-stop": { title: t("kill.title", { name }), body: t("kill.body"), confirm: t("kill.confirm") },
  };
  const { title, body, confirm } = words[asking.type];
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={requests.close}
      title={title}
      body={body}
      confirmLabel={confirm}
      danger={asking.type !== "archive"}
      onConfirm={() => {
        requests.close();
        void requests.act(runs, { action: asking.type });
      }}
    />
  );
}
