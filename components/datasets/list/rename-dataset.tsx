// Owns giving a dataset another name. The file keeps its own.
"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries, useSaveDataset } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { DatasetEntry } from "@/contract/library.ts";

type RenameDatasetProps = {
  entry: DatasetEntry | null;
  dir: string | undefined;
  onClose: () => void;
  onRenamed?: (name: string) => void;
};

export function RenameDataset({ entry, ...rest }: RenameDatasetProps) {
  const t = useT("datasets");
  return (
    <Dialog
      open={entry !== null}
      onOpenChange={rest.onClose}
      title={t("rename.title")}
      description={t("rename.body")}
    >
      <DialogBody>{entry ? <RenameForm name={entry.name} {...rest} /> : null}</DialogBody>
    </Dialog>
  );
}

type RenameFormProps = Omit<RenameDatasetProps, "entry"> & { name: string };

function RenameForm({ name, dir, onClose, onRenamed }: RenameFormProps) {
  const t = useT("datasets");
  const common = useT("common");
  const textOf = useFailureText();
  const save = useSaveDataset();
  const detail = useQuery(datasetQueries.detail({ name, dir }));
  const [text, setText] = useState(name);
  const next = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === name) return onClose();
    if (!detail.data || next === "") return;
    const { definition } = detail.data;
    save.mutate(
      { name, dir, definition, replace: true, rename: next },
      {
        onSuccess: () => {
          toast.success(t("rename.done", { name: next }));
          onClose();
          onRenamed?.(next);
        },
      },
    );
  };
  const error = save.error ?? detail.error;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field>
        <FieldLabel>{t("adding.name")}</FieldLabel>
        <Input
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={128}
          value={text}
          onValueChange={setText}
        />
      </Field>
      {error ? <ErrorState {...textOf(error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={save.isPending} disabled={next === "" || !detail.data}>
          {t("rename.submit")}
        </Button>
      </div>
    </form>
  );
}
