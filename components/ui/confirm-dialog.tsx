// Owns the question before something that costs or cannot be taken back. Focus starts on the safe answer.
"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { backdropClass, popupClass } from "./overlay.ts";

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  body?: ReactNode;
  confirmLabel: ReactNode;
  cancelLabel?: ReactNode;
  danger?: boolean;
  /** The work is under way: the confirm button waits and the dialog stays. */
  busy?: boolean;
  /** The owner closes the dialog, at once or when the work is done. */
  onConfirm: () => void;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    body,
    confirmLabel,
    cancelLabel,
    danger = false,
    busy = false,
    onConfirm,
  } = props;
  const t = useTranslations("common");
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Popup
          initialFocus={safe}
          data-slot="confirm-dialog"
          className={cn(popupClass, "fixed inset-x-3 top-[18vh] z-50 mx-auto max-w-md rounded-xl")}
        >
          <div className="px-4 pt-4 pb-3">
            <AlertDialog.Title className="font-semibold text-base">{title}</AlertDialog.Title>
            {body ? (
              <AlertDialog.Description render={<div />} className="mt-1.5 text-muted text-sm">
                {body}
              </AlertDialog.Description>
            ) : null}
          </div>
          <div className="flex flex-wrap justify-end gap-2 px-4 pb-4">
            <AlertDialog.Close render={<Button ref={safe}>{cancelLabel ?? t("cancel")}</Button>} />
            <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
