// Owns the question mark beside a label. Unlike a tooltip its words also come on a tap, and stay until dismissed.
"use client";
import { Popover } from "@base-ui/react/popover";
import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { positionerClass } from "./overlay.ts";

export function HelpTip({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("common");
  return (
    <Popover.Root>
      <Popover.Trigger openOnHover delay={250} aria-label={t("help")} className={className}>
        <CircleHelp aria-hidden className="size-3.5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={6} className={positionerClass}>
          <Popover.Popup
            data-slot="help-tip"
            aria-label={t("help")}
            initialFocus={false}
            className="max-w-72 rounded-md bg-foreground px-2 py-1 text-background text-xs outline-none transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
