// Owns the question before a dataset leaves the list, and putting its entry back for a while after.
"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries, useRemoveDataset, useSaveDataset } from "@/client/queries/datasets.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { DatasetEntry } from "@/contract/library.ts";

type RemoveDatasetProps = {
  entry: DatasetEntry | null;
  dir: string | undefined;
  onClose: () => void;
  onRemoved?: () => void;
};

export function RemoveDataset({ entry, dir, onClose, onRemoved }: RemoveDatasetProps) {
  const t = useT("datasets");
  const textOf = useFailureText();
  const cache = useQueryClient();
  const remove = useRemoveDataset();
  const save = useSaveDataset();
  // What was asked last stays readable while the dialog closes.
  const [shown, setShown] = useState(entry);
  if (entry && entry !== shown) setShown(entry);
  if (!shown) return null;
  const { name, file } = shown;
  const fail = (error: unknown) => toast.error(textOf(error).what, { description: textOf(error).todo });
  const confirm = async () => {
    try {
      const { definition } = await cache.fetchQuery(datasetQueries.detail({ name, dir }));
      await remove.mutateAsync({ name, dir });
      toast.success(t("remove.done", { name }), {
        description: t("remove.doneBody"),
        duration: 12_000,
        action: {
          label: t("remove.undo"),
          onClick: () => save.mutate({ name, dir, definition }, { onError: fail }),
        },
      });
      onRemoved?.();
    } catch (error) {
      fail(error);
    }
    onClose();
  };
  return (
    <ConfirmDialog
      open={entry !== null}
      onOpenChange={onClose}
      title={t("remove.title", { name })}
      body={
        <>
          <p>{t("remove.body")}</p>
          {file ? <p className="mt-2 break-all font-mono text-xs">{file}</p> : null}
        </>
      }
      confirmLabel={t("remove.confirm")}
      danger
      busy={remove.isPending}
      onConfirm={() => void confirm()}
    />
  );
}
