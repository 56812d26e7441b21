// Owns a small panel that opens beside its trigger and takes controls (filters, options).
"use client";
import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";
import { popupClass, positionerClass } from "./overlay.ts";

type PopoverProps = {
  trigger: ReactElement;
  children: ReactNode;
  /** Accessible name of the panel. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

export function Popover(props: PopoverProps) {
  const { trigger, children, label, align = "start", side = "bottom", open, onOpenChange, className } = props;
  return (
    <BasePopover.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner align={align} side={side} sideOffset={4} className={positionerClass}>
          <BasePopover.Popup
            data-slot="popover"
            aria-label={label}
            className={cn(
              popupClass,
              "max-h-(--available-height) w-72 max-w-[92vw] overflow-y-auto p-3",
              className,
            )}
          >
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
