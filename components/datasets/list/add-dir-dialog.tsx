// Owns adding a folder of datasets that is already on the server.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { useAddDatasetDir } from "@/client/queries/datasets.ts";
import { AddFolderDialog } from "@/components/shared/add-folder-dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";

export function AddDirDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT("datasets");
  const add = useAddDatasetDir();
  return (
    <AddFolderDialog
      open={open}
      onClose={onClose}
      title={t("addDir.title")}
      description={t("addDir.body")}
      words={{
        label: t("addDir.label"),
        placeholder: "/data/llama-factory/data",
        submit: t("addDir.submit"),
        empty: t("addDir.empty"),
        relative: t("addDir.relative"),
      }}
      error={add.error}
      busy={add.isPending}
      onEdit={add.reset}
      onAdd={(path) =>
        add.mutate(path, {
          onSuccess: (dir) => {
            toast.success(t("addDir.done", { count: dir.datasets }), { description: dir.path });
            onClose();
          },
        })
      }
    />
  );
}
