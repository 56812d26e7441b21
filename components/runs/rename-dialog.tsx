// Owns giving a run another name.
"use client";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRunAction } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { Field, FieldError, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { RunSummary } from "@/contract/run.ts";

import { nameProblem } from "./name-problem.ts";

type RenameProps = { run: RunSummary; onClose: () => void };

export function RenameDialog({ open, ...props }: RenameProps & { open: boolean }) {
  const t = useT("runs");
  return (
    <Dialog open={open} onOpenChange={props.onClose} title={t("rename.title")}>
      <DialogBody>
        <RenameForm {...props} />
      </DialogBody>
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an abandoned name is gone. */
function RenameForm({ run, onClose }: RenameProps) {
  const t = useT("runs");
  const common = useT("common");
  const textOf = useFailureText();
  const rename = useRunAction();
  const [name, setName] = useState(run.name);
  const [tried, setTried] = useState(false);

  const own = nameProblem(name);
  const refused = rename.error ? textOf(rename.error).what : null;
  const problem = tried && own ? t(`rename.${own}`) : refused;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own) return;
    if (name.trim() === run.name) return onClose();
    rename.mutate({ id: run.id, action: "rename", name: name.trim() }, { onSuccess: onClose });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field invalid={problem !== null}>
        <FieldLabel>{t("rename.label")}</FieldLabel>
        <Input
          value={name}
          onValueChange={setName}
          autoComplete="off"
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
        {problem ? <FieldError>{problem}</FieldError> : <FieldHelp>{t("rename.help")}</FieldHelp>}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={rename.isPending}>
          {common("save")}
        </Button>
      </div>
    </form>
  );
}
