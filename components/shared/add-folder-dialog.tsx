// Owns asking for the full path of a folder on the studio's machine, and saying what is wrong with it before it is sent.
"use client";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { isFullPath } from "@/client/full-path.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";

type FolderFormProps = {
  words: { label: string; placeholder: string; submit: string; empty: string; relative: string };
  error: Error | null;
  busy: boolean;
  onAdd: (path: string) => void;
  /** What was typed has changed: an earlier refusal is about something else. */
  onEdit: () => void;
  onClose: () => void;
};

type AddFolderDialogProps = FolderFormProps & { open: boolean; title: string; description: string };

export function AddFolderDialog({ open, title, description, ...form }: AddFolderDialogProps) {
  return (
    <Dialog open={open} onOpenChange={form.onClose} title={title} description={description}>
      <DialogBody>
        <FolderForm {...form} />
      </DialogBody>
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an abandoned path is gone. */
function FolderForm({ words, error, busy, onAdd, onEdit, onClose }: FolderFormProps) {
  const common = useT("common");
  const textOf = useFailureText();
  const [path, setPath] = useState("");
  const [problem, setProblem] = useState<"empty" | "relative" | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = path.trim();
    const found = given === "" ? "empty" : isFullPath(given) ? null : "relative";
    setProblem(found);
    if (found === null) onAdd(given);
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field invalid={problem !== null}>
        <FieldLabel>{words.label}</FieldLabel>
        <Input
          mono
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={path}
          placeholder={words.placeholder}
          onValueChange={(value) => {
            setPath(value);
            setProblem(null);
            onEdit();
          }}
        />
        <FieldError>{problem ? words[problem] : null}</FieldError>
      </Field>
      {error ? <ErrorState {...textOf(error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
