// Owns the question before a folder leaves the list of models.
"use client";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRemoveModel } from "@/client/queries/library.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { LocalModel } from "@/contract/library.ts";

export function ForgetModel({ model, onClose }: { model: LocalModel | null; onClose: () => void }) {
  const t = useT("models");
  const textOf = useFailureText();
  const remove = useRemoveModel();
  // What was asked last stays readable while the dialog closes.
  const [shown, setShown] = useState(model);
  if (model && model !== shown) setShown(model);
  if (!shown) return null;
  const { id, name, path } = shown;
  return (
    <ConfirmDialog
      open={model !== null}
      onOpenChange={onClose}
      title={t("forget.title", { name })}
      body={
        <>
          <p>{t("forget.body")}</p>
          <p className="mt-2 break-all font-mono text-xs">{path}</p>
        </>
      }
      confirmLabel={t("forget.confirm")}
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(id, {
          onSuccess: () => toast.success(t("forget.done", { name })),
          onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }),
          onSettled: onClose,
        })
      }
    />
  );
}
