// Owns the panel that slides in from a side (or from below on a phone) over the page.
"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { backdropClass } from "./overlay.ts";

const sides = {
  right:
    "inset-y-0 right-0 w-[min(28rem,92vw)] border-l data-ending-style:translate-x-full data-starting-style:translate-x-full",
  left: "inset-y-0 left-0 w-[min(28rem,92vw)] border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  bottom:
    "inset-x-0 bottom-0 max-h-[88dvh] rounded-t-xl border-t pb-[env(safe-area-inset-bottom)] data-ending-style:translate-y-full data-starting-style:translate-y-full",
};

type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side?: keyof typeof sides;
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
};

export function Sheet({
  open,
  onOpenChange,
  side = "right",
  title,
  actions,
  children,
  className,
}: SheetProps) {
  const t = useTranslations("common");
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={backdropClass} />
        <BaseDialog.Popup
          data-slot="sheet"
          className={cn(
            "fixed z-50 flex flex-col bg-overlay shadow-overlay outline-none transition-transform duration-180",
            sides[side],
            className,
          )}
        >
          <div className="flex min-h-11 items-center gap-2 border-b pr-1.5 pl-4">
            <BaseDialog.Title className="min-w-0 flex-1 truncate font-semibold text-sm">
              {title}
            </BaseDialog.Title>
            {actions}
            <BaseDialog.Close
              render={
                <Button variant="ghost" size="icon" aria-label={t("close")}>
                  <X aria-hidden />
                </Button>
              }
            />
          </div>
          <div className="relative min-h-0 flex-1 overflow-auto">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
