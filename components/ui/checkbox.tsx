// Owns a yes or no that is part of a list or a form. `children` is its label.
"use client";
import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

type CheckboxProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  indeterminate?: boolean;
  disabled?: boolean;
  id?: string;
  children?: ReactNode;
  className?: string;
  "aria-label"?: string;
};

export function Checkbox({ children, className, onCheckedChange, id, ...props }: CheckboxProps) {
  const ownId = useId();
  const controlId = id ?? (children ? ownId : undefined);
  const box = (
    <BaseCheckbox.Root
      data-slot="checkbox"
      id={controlId}
      onCheckedChange={(checked) => onCheckedChange(checked)}
      className={cn(
        "relative grid size-4 shrink-0 place-items-center rounded-sm border border-border-strong bg-surface transition-colors after:absolute after:-inset-1.5 data-checked:border-transparent data-indeterminate:border-transparent data-checked:bg-accent data-indeterminate:bg-accent data-checked:text-accent-foreground data-indeterminate:text-accent-foreground data-disabled:cursor-not-allowed data-disabled:opacity-50",
        !children && className,
      )}
      {...props}
    >
      <BaseCheckbox.Indicator className="grid place-items-center">
        {props.indeterminate ? (
          <Minus aria-hidden className="size-3" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-3" strokeWidth={3} />
        )}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
  if (!children) return box;
  return (
    <label htmlFor={controlId} className={cn("inline-flex min-h-6 items-center gap-2 text-sm", className)}>
      {box}
      {children}
    </label>
  );
}
