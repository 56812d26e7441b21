// Owns the question before a merge or an export: from what, to where. It starts a run and goes to it.
"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { newStartKey } from "@/client/launch/start-key.ts";
import { useMergeRun } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { hasResult, isAdapterMethod } from "./run-results.ts";
import { type RunCommands, runHref } from "./use-run-commands.ts";

type MergeProps = { detail: RunDetail; commands: RunCommands };

export function MergeDialog({ detail, commands }: MergeProps) {
  const t = useT("run");
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
        <MergeForm
          detail={detail}
          commands={commands}
          checkpoint={question.type === "merge" ? question.checkpoint : null}
        />
      </DialogBody>
    </Dialog>
  );
}

/** Stands for "no checkpoint" in the list of sources; no checkpoint has such a name. */
const ownResult = "/";

/** Mounted anew with each opening, with a key of its own: pressing twice starts one merge. */
function MergeForm({ detail, commands, checkpoint }: MergeProps & { checkpoint: string | null }) {
  const t = useT("run");
  const common = useT("common");
  const router = useRouter();
  const textOf = useFailureText();
  const merge = useMergeRun();
  const { checkpoints, ask } = commands;
  const own = hasResult(detail);
  const [{ key }] = useState(newStartKey);
  const [source, setSource] = useState(checkpoint ?? (own ? ownResult : (checkpoints[0]?.name ?? ownResult)));
  const [to, setTo] = useState("");
  const sources = [
    ...(own ? [{ value: ownResult, label: t("merge.result") }] : []),
    ...checkpoints.map(({ name }) => ({ value: name, label: name })),
  ];
  const adapter = isAdapterMethod(detail.summary.method);

  const start = () =>
    merge.mutate(
      {
        id: detail.summary.id,
        checkpoint: source === ownResult ? undefined : source,
        to: to.trim() === "" ? undefined : to.trim(),
        key,
      },
      {
        onSuccess: (run) => {
          ask({ type: "none" });
          router.push(runHref(run.id));
        },
      },
    );

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      {sources.length === 0 ? <p className="text-muted">{t("merge.nothing")}</p> : null}
      <Field>
        <FieldLabel>{t("merge.source")}</FieldLabel>
        <Select
          value={source}
          onValueChange={setSource}
          items={sources}
          disabled={sources.length < 2}
          aria-label={t("merge.source")}
        />
      </Field>
      <Field>
        <FieldLabel>{t("merge.to")}</FieldLabel>
        <Input
          mono
          value={to}
          onValueChange={setTo}
          placeholder={t("merge.toPlaceholder")}
          autoComplete="off"
          spellCheck={false}
        />
        <FieldHelp>{t("merge.toHelp")}</FieldHelp>
      </Field>
      {merge.error ? <ErrorState {...textOf(merge.error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={() => ask({ type: "none" })}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={merge.isPending} disabled={sources.length === 0}>
          {t(adapter ? "merge.start" : "merge.startFull")}
        </Button>
      </div>
    </form>
  );
}
