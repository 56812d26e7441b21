// Owns a yes or no that takes effect at once. `children` is its label.
"use client";
import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

type SwitchProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  id?: string;
  children?: ReactNode;
  className?: string;
  "aria-label"?: string;
};

export function Switch({ children, className, onCheckedChange, id, ...props }: SwitchProps) {
  const ownId = useId();
  const controlId = id ?? (children ? ownId : undefined);
  const control = (
    <BaseSwitch.Root
      data-slot="switch"
      id={controlId}
      onCheckedChange={(checked) => onCheckedChange(checked)}
      className={cn(
        "relative inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-border-strong bg-surface-2 p-px transition-colors after:absolute after:-inset-1.5 data-checked:border-accent data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-50",
        !children && className,
      )}
      {...props}
    >
      <BaseSwitch.Thumb className="block size-3.5 rounded-full bg-border-strong transition-transform data-checked:translate-x-3.5 data-checked:bg-accent-foreground" />
    </BaseSwitch.Root>
  );
  if (!children) return control;
  return (
    <label htmlFor={controlId} className={cn("inline-flex min-h-6 items-center gap-2 text-sm", className)}>
      {control}
      {children}
    </label>
  );
}
