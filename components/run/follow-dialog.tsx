// Owns the question before more is made of a run: its engine says what it wants to know. It starts a run and goes to it.
"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { newStartKey } from "@/client/launch/start-key.ts";
import { useFollowRun } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { FollowForm, FollowValues } from "@/contract/follow.ts";
import type { RunDetail } from "@/contract/run.ts";
import { FollowField } from "./follow-field.tsx";
import { hasResult } from "./run-results.ts";
import { type RunCommands, runHref } from "./use-run-commands.ts";

type FollowProps = { detail: RunDetail; commands: RunCommands };

export function FollowDialog({ detail, commands }: FollowProps) {
  const t = useT("run");
  const { question, ask } = commands;
  const { name } = detail.summary;
  if (question.type !== "follow") return null;
  const { form } = question;
  return (
    <Dialog
      open
      onOpenChange={() => ask({ type: "none" })}
      title={t(`follow.title.${form.kind}`, { name })}
      description={t(`follow.body.${form.kind}`)}
    >
      <DialogBody>
        <Questions detail={detail} commands={commands} form={form} />
      </DialogBody>
    </Dialog>
  );
}

/** Stands for "no checkpoint" in the list of sources; no checkpoint has such a name. */
const ownResult = "/";

/** Mounted anew with each opening, with a key of its own: pressing twice starts one run. */
function Questions({ detail, commands, form }: FollowProps & { form: FollowForm }) {
  const t = useT("run");
  const common = useT("common");
  const router = useRouter();
  const textOf = useFailureText();
  const follow = useFollowRun();
  const own = hasResult(detail);
  const { checkpoints, ask } = commands;
  const [{ key }] = useState(newStartKey);
  const [source, setSource] = useState(own ? ownResult : (checkpoints[0]?.name ?? ownResult));
  const [values, setValues] = useState<FollowValues>(() => defaultsOf(form));
  const [to, setTo] = useState("");
  const sources = [
    ...(own ? [{ value: ownResult, label: t("merge.result") }] : []),
    ...checkpoints.map(({ name }) => ({ value: name, label: name })),
  ];

  const start = () =>
    follow.mutate(
      {
        id: detail.summary.id,
        kind: form.kind,
        checkpoint: source === ownResult ? undefined : source,
        to: to.trim() === "" ? undefined : to.trim(),
        values,
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
      {form.source === "weights" && sources.length > 1 ? (
        <Field>
          <FieldLabel>{t("merge.source")}</FieldLabel>
          <Select value={source} onValueChange={setSource} items={sources} aria-label={t("merge.source")} />
        </Field>
      ) : null}
      {form.fields.map((spec) => (
        <FollowField
          key={spec.path}
          spec={spec}
          value={values[spec.path]}
          onChange={(value) => setValues(withValue(values, spec.path, value))}
        />
      ))}
      {form.asksTarget ? (
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
      {follow.error ? <ErrorState {...textOf(follow.error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={() => ask({ type: "none" })}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={follow.isPending}>
          {t(`follow.start.${form.kind}`)}
        </Button>
      </div>
    </form>
  );
}

function defaultsOf({ fields }: FollowForm): FollowValues {
  return Object.fromEntries(
    fields.flatMap(({ path, engineDefault }) => (engineDefault === null ? [] : [[path, engineDefault]])),
  );
}

function withValue(values: FollowValues, path: string, value: FollowValues[string] | undefined) {
  const { [path]: _, ...others } = values;
  return value === undefined ? others : { ...others, [path]: value };
}
