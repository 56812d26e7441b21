// Owns what is asked before anything is made of a run: of which weights, and where to. It starts a run, once, and goes to it.
"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { newStartKey } from "@/client/launch/start-key.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { RunDetail, RunSummary } from "@/contract/run.ts";
import { hasResult } from "./run-results.ts";
import { type RunCommands, runHref } from "./use-run-commands.ts";

/** Of which weights (its own result where no checkpoint is named), where to (the server's choice where that is left out). */
export type MakeRequest = {
  id: string;
  checkpoint?: string | undefined;
  to?: string | undefined;
  key: string;
};

type MakeFormProps = {
  detail: RunDetail;
  commands: RunCommands;
  /** The checkpoint it begins with; null for the run's own result. */
  checkpoint: string | null;
  asks: { source: boolean; target: boolean };
  start: (request: MakeRequest, then: { onSuccess: (run: RunSummary) => void }) => void;
  startLabel: string;
  state: { isPending: boolean; error: Error | null };
  /** What else the kind wants to know. */
  children?: React.ReactNode;
};

/** Stands for "no checkpoint" in the list of sources; no checkpoint has such a name. */
const ownResult = "/";

/** Mounted anew with each opening, with a key of its own: pressing twice starts one run. */
export function MakeForm({
  detail,
  commands,
  checkpoint,
  asks,
  start,
  startLabel,
  state,
  children,
}: MakeFormProps) {
  const t = useT("run");
  const common = useT("common");
  const router = useRouter();
  const textOf = useFailureText();
  const { checkpoints, ask } = commands;
  const own = hasResult(detail);
  const [{ key }] = useState(newStartKey);
  const [source, setSource] = useState(checkpoint ?? (own ? ownResult : (checkpoints[0]?.name ?? ownResult)));
  const [to, setTo] = useState("");
  const sources = [
    ...(own ? [{ value: ownResult, label: t("merge.result") }] : []),
    ...checkpoints.map(({ name }) => ({ value: name, label: name })),
  ];
  const lacksSource = asks.source && sources.length === 0;

  const request = (): MakeRequest => ({
    id: detail.summary.id,
    checkpoint: source === ownResult ? undefined : source,
    to: to.trim() === "" ? undefined : to.trim(),
    key,
  });
  const onSuccess = (run: RunSummary) => {
    ask({ type: "none" });
    router.push(runHref(run.id));
  };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        start(request(), { onSuccess });
      }}
    >
      {lacksSource ? <p className="text-muted">{t("merge.nothing")}</p> : null}
      {asks.source ? (
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
      ) : null}
      {children}
      {asks.target ? (
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
      ) : null}
      {state.error ? <ErrorState {...textOf(state.error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={() => ask({ type: "none" })}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={state.isPending} disabled={lacksSource}>
          {startLabel}
        </Button>
      </div>
    </form>
  );
}
