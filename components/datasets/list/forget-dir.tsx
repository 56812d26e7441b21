// Owns the question before a dataset folder is no longer used.
"use client";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRemoveDatasetDir } from "@/client/queries/datasets.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { DatasetDir } from "@/contract/dataset.ts";

export function ForgetDir({ dir, onClose }: { dir: DatasetDir | null; onClose: () => void }) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const remove = useRemoveDatasetDir();
  const [shown, setShown] = useState(dir);
  if (dir && dir !== shown) setShown(dir);
  if (!shown) return null;
  return (
    <ConfirmDialog
      open={dir !== null}
      onOpenChange={onClose}
      title={t("forgetDir.title")}
      body={
        <>
          <p>{t("forgetDir.body")}</p>
          <p className="mt-2 break-all font-mono text-xs">{shown.path}</p>
        </>
      }
      confirmLabel={t("forgetDir.confirm")}
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(shown.path, {
          onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }),
          onSettled: onClose,
        })
      }
    />
  );
}
