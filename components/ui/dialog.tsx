// Owns the windows that ask for attention: Dialog, and ConfirmDialog before something that costs or cannot be undone.
"use client";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { backdropClass, popupClass } from "./overlay.ts";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  className?: string;
};

export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, hideTitle = false, description, children, footer, className } = props;
  const t = useTranslations("common");
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Popup
          data-slot="dialog"
          className={cn(
            popupClass,
            "fixed inset-x-3 top-[12vh] z-50 mx-auto flex max-h-[76vh] w-auto max-w-lg flex-col rounded-xl",
            className,
          )}
        >
          <div className={hideTitle ? "sr-only" : "px-4 pt-3.5 pr-12"}>
            <BaseDialog.Title className="font-semibold text-base">{title}</BaseDialog.Title>
            {description ? (
              <BaseDialog.Description className="mt-1 text-muted text-sm">
                {description}
              </BaseDialog.Description>
            ) : null}
          </div>
          {children ? <div className="relative min-h-0 flex-1 overflow-y-auto">{children}</div> : null}
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</div>
          ) : null}
          {/* Last in order, so that the focus starts in the content. */}
          <BaseDialog.Close
            render={
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("close")}
                className={cn("absolute top-2 right-2", hideTitle && "sr-only")}
              >
                <X aria-hidden />
              </Button>
            }
          />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** The padded middle of a dialog; lists that run to the edge go without. */
export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cn("px-4 py-3 text-sm", className)}>{children}</div>;
}

type ConfirmDialogProps = {
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

/** Focus starts on the safe answer. */
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
