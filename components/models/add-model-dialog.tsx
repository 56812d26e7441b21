// Owns adding a folder of this machine to the models.
"use client";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useAddModel } from "@/client/queries/library.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { isFullPath } from "./model-view.ts";

export function AddModelDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT("models");
  return (
    <Dialog open={open} onOpenChange={onClose} title={t("addDialog.title")} description={t("addDialog.body")}>
      <DialogBody>
        <AddForm onClose={onClose} />
      </DialogBody>
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an abandoned path is gone. */
function AddForm({ onClose }: { onClose: () => void }) {
  const t = useT("models");
  const common = useT("common");
  const textOf = useFailureText();
  const add = useAddModel();
  const [path, setPath] = useState("");
  const [problem, setProblem] = useState<"empty" | "relative" | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = path.trim();
    const found = given === "" ? "empty" : isFullPath(given) ? null : "relative";
    setProblem(found);
    if (found !== null) return;
    add.mutate(given, {
      onSuccess: (model) => {
        toast.success(t("addDialog.done", { name: model.name }));
        onClose();
      },
    });
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field invalid={problem !== null}>
        <FieldLabel>{t("addDialog.label")}</FieldLabel>
        <Input
          mono
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={path}
          placeholder={t("addDialog.placeholder")}
          onValueChange={(value) => {
            setPath(value);
            setProblem(null);
            add.reset();
          }}
        />
        <FieldError>{problem ? t(`addDialog.${problem}`) : null}</FieldError>
      </Field>
      {add.error ? <ErrorState {...textOf(add.error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={add.isPending}>
          {t("addDialog.submit")}
        </Button>
      </div>
    </form>
  );
}
