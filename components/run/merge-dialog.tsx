// Owns the question before a merge or an export.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { useMergeRun } from "@/client/queries/runs.ts";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { MakeForm } from "./make-form.tsx";
import { isAdapterMethod } from "./run-results.ts";
import type { RunCommands } from "./use-run-commands.ts";

export function MergeDialog({ detail, commands }: { detail: RunDetail; commands: RunCommands }) {
  const t = useT("run");
  const merge = useMergeRun();
  const { question, ask } = commands;
  const { name, method } = detail.summary;
  const adapter = isAdapterMethod(method);
  return (
    <Dialog
      open={question.type === "merge"}
      onOpenChange={() => ask({ type: "none" })}
      title={t(adapter ? "merge.title" : "merge.titleFull", { name })}
      description={t(adapter ? "merge.body" : "merge.bodyFull")}
    >
      <DialogBody>
        <MakeForm
          detail={detail}
          commands={commands}
          checkpoint={question.type === "merge" ? question.checkpoint : null}
          asks={{ source: true, target: true }}
          start={merge.mutate}
          startLabel={t(adapter ? "merge.start" : "merge.startFull")}
          state={merge}
        />
      </DialogBody>
    </Dialog>
  );
}
