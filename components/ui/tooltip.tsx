// Owns the words that appear on hover and focus. Never the only place of something a person must know.
"use client";
import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";
import { positionerClass } from "./overlay.ts";

export const TooltipProvider = BaseTooltip.Provider;

type TooltipProps = {
  content: ReactNode;
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
  keys?: readonly string[];
};

export function Tooltip({ content, children, side = "top", keys }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className={positionerClass}>
          <BaseTooltip.Popup
            data-slot="tooltip"
            className="flex max-w-72 items-center gap-2 rounded-md bg-foreground px-2 py-1 text-background text-xs transition-opacity duration-120 data-ending-style:opacity-0 data-starting-style:opacity-0 data-instant:transition-none"
          >
            <span className="min-w-0 whitespace-pre-line">{content}</span>
            {keys?.map((key) => (
              <Kbd key={key} className="border-muted bg-transparent text-inherit">
                {key}
              </Kbd>
            ))}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
