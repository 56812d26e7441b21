// Owns the question before a run is deleted: where its folder goes, and what was made from it.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { runQueries, useRemoveRun } from "@/client/queries/runs.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";

type RemoveRunDialogProps = {
  open: boolean;
  run: { id: string; name: string };
  /** Its folder is gone already. */
  lost?: boolean;
  onClose: () => void;
  onRemoved?: () => void;
};

export function RemoveRunDialog({ open, run, lost = false, onClose, onRemoved }: RemoveRunDialogProps) {
  const t = useT("runs");
  const textOf = useFailureText();
  const remove = useRemoveRun();
  const { data: home } = useQuery({ ...systemQueries.info(), select: (info) => info.home });
  const { data: children = [] } = useQuery({
    ...runQueries.list({ archived: true }),
    select: (runs) => runs.filter(({ parent }) => parent === run.id).map(({ name }) => name),
  });
  // Awaited: with its row this dialog may go before the answer is dealt with.
  const confirm = async () => {
    try {
      await remove.mutateAsync(run.id);
      if (!lost) toast.success(t("remove.done", { name: run.name }));
      onRemoved?.();
    } catch (error) {
      toast.error(textOf(error).what, { description: textOf(error).todo });
    }
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      danger
      busy={remove.isPending}
      title={t("remove.title", { name: run.name })}
      body={
        <div className="flex flex-col gap-2">
          <p>{t(lost ? "remove.lost" : "remove.body")}</p>
          {children.length > 0 ? (
            <p>{t("remove.children", { count: children.length, names: children.join(", ") })}</p>
          ) : null}
          {home && !lost ? (
            <p className="break-all font-mono text-xs">{t("remove.trash", { path: `${home}/trash` })}</p>
          ) : null}
        </div>
      }
      confirmLabel={t("remove.confirm")}
      onConfirm={() => void confirm()}
    />
  );
}
