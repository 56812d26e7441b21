// Owns the question before more is made of a run: its engine says what it wants to know.
"use client";
import { useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { useFollowRun } from "@/client/queries/runs.ts";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import type { FollowForm, FollowValues } from "@/contract/follow.ts";
import type { RunDetail } from "@/contract/run.ts";
import { FollowField } from "./follow-field.tsx";
import { MakeForm } from "./make-form.tsx";
import type { RunCommands } from "./use-run-commands.ts";

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

function Questions({ detail, commands, form }: FollowProps & { form: FollowForm }) {
  const t = useT("run");
  const follow = useFollowRun();
  const [values, setValues] = useState<FollowValues>(() => defaultsOf(form));
  return (
    <MakeForm
      detail={detail}
      commands={commands}
      checkpoint={null}
      asks={{ source: form.source === "weights", target: form.asksTarget }}
      start={(request, then) => follow.mutate({ ...request, kind: form.kind, values }, then)}
      startLabel={t(`follow.start.${form.kind}`)}
      state={follow}
    >
      {form.fields.map((spec) => (
        <FollowField
          key={spec.path}
          spec={spec}
          value={values[spec.path]}
          onChange={(value) => setValues(withValue(values, spec.path, value))}
        />
      ))}
    </MakeForm>
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
