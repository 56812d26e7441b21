// Owns the choice of one of a few values that all stay visible: (LoRA)(Freeze)(Full).
"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type SegmentedProps<Value extends string> = {
  value: Value;
  onValueChange: (value: Value) => void;
  items: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  disabled?: boolean;
  className?: string;
  "aria-label"?: string;
};

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { value, onValueChange, items, disabled, className, ...group } = props;
  return (
    <RadioGroup
      data-slot="segmented"
      value={value}
      onValueChange={(next) => onValueChange(next)}
      disabled={disabled}
      className={cn("inline-flex h-8 w-fit rounded-md bg-surface-2 p-0.5 pointer-coarse:h-10", className)}
      {...group}
    >
      {items.map((item) => (
        <Radio.Root
          key={item.value}
          value={item.value}
          disabled={item.disabled}
          className="inline-flex min-w-8 grow cursor-pointer select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-sm border border-transparent px-2.5 font-medium text-muted text-xs transition-colors hover:text-foreground data-disabled:cursor-not-allowed data-checked:border-border-strong data-checked:bg-surface data-checked:text-foreground data-disabled:text-faint [&_svg]:size-3.5"
        >
          {item.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
