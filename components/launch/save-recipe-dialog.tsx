// Owns keeping the config under a name, and asking before one that is there is replaced.
"use client";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { isApiFailure } from "@/client/http.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { nameProblem } from "@/client/launch/run-name.ts";
import { useSaveRecipe } from "@/client/queries/library.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { Field, FieldError, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";

type SaveRecipeProps = { suggestion: string; engine: string; text: () => string; onClose: () => void };

export function SaveRecipeDialog({ open, ...props }: SaveRecipeProps & { open: boolean }) {
  const t = useT("launch");
  return (
    <Dialog
      open={open}
      onOpenChange={props.onClose}
      title={t("recipe.saveTitle")}
      description={t("recipe.saveBody")}
    >
      <DialogBody>
        <SaveForm {...props} />
      </DialogBody>
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an abandoned name is gone. */
function SaveForm({ suggestion, engine, text, onClose }: SaveRecipeProps) {
  const t = useT("launch");
  const common = useT("common");
  const textOf = useFailureText();
  const save = useSaveRecipe();
  const [name, setName] = useState(suggestion);
  const given = name.trim();
  const own = nameProblem(name);
  const taken = isApiFailure(save.error) && save.error.body?.code === "recipe.name-taken";
  const refused = save.error ? textOf(save.error).what : null;
  const problem = own ? t(`name.${own}`) : refused;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (own || given === "") return;
    save.mutate(
      { name: given, engine, config: text(), replace: taken },
      {
        onSuccess: () => {
          toast.success(t("recipe.saved", { name: given }));
          onClose();
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field invalid={problem !== null}>
        <FieldLabel>{t("recipe.name")}</FieldLabel>
        <Input
          value={name}
          onValueChange={(next) => {
            setName(next);
            save.reset();
          }}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
        />
        {problem ? <FieldError>{problem}</FieldError> : <FieldHelp>{t("recipe.nameHelp")}</FieldHelp>}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button
          type="submit"
          variant={taken ? "danger" : "primary"}
          busy={save.isPending}
          disabled={given === "" || own !== null}
        >
          {taken ? t("recipe.replace") : common("save")}
        </Button>
      </div>
    </form>
  );
}
