// Owns adding a folder of this machine to the models.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { useAddModel } from "@/client/queries/library.ts";
import { AddFolderDialog } from "@/components/shared/add-folder-dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";

export function AddModelDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT("models");
  const add = useAddModel();
  return (
    <AddFolderDialog
      open={open}
      onClose={onClose}
      title={t("addDialog.title")}
      description={t("addDialog.body")}
      words={{
        label: t("addDialog.label"),
        placeholder: t("addDialog.placeholder"),
        submit: t("addDialog.submit"),
        empty: t("addDialog.empty"),
        relative: t("addDialog.relative"),
      }}
      error={add.error}
      busy={add.isPending}
      onEdit={add.reset}
      onAdd={(path) =>
        add.mutate(path, {
          onSuccess: (model) => {
            toast.success(t("addDialog.done", { name: model.name }));
            onClose();
          },
        })
      }
    />
  );
}
