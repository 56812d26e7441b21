// Owns adding a folder of datasets that is already on the server.
"use client";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useAddDatasetDir } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { toast } from "@/components/ui/toaster.tsx";

export function AddDirDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT("datasets");
  return (
    <Dialog open={open} onOpenChange={onClose} title={t("addDir.title")} description={t("addDir.body")}>
      <DialogBody>
        <AddDirForm onClose={onClose} />
      </DialogBody>
    </Dialog>
  );
}

function AddDirForm({ onClose }: { onClose: () => void }) {
  const t = useT("datasets");
  const common = useT("common");
  const textOf = useFailureText();
  const add = useAddDatasetDir();
  const [path, setPath] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() === "") return;
    add.mutate(path.trim(), {
      onSuccess: (dir) => {
        toast.success(t("addDir.done", { count: dir.datasets }), { description: dir.path });
        onClose();
      },
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field>
        <FieldLabel>{t("addDir.label")}</FieldLabel>
        <Input
          mono
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={path}
          placeholder="/data/llama-factory/data"
          onValueChange={(value) => {
            setPath(value);
            add.reset();
          }}
        />
      </Field>
      {add.error ? <ErrorState {...textOf(add.error)} /> : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" busy={add.isPending} disabled={path.trim() === ""}>
          {t("addDir.submit")}
        </Button>
      </div>
    </form>
  );
}
