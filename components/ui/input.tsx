// Owns one line of text or one number. `unit` stands inside at the right; `icon` inside at the left.
"use client";
import { Input as BaseInput } from "@base-ui/react/input";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./overlay.ts";

type InputProps = Omit<BaseInput.Props, "className"> & {
  className?: string;
  unit?: ReactNode;
  icon?: ReactNode;
  mono?: boolean;
};

export function Input({ className, unit, icon, mono, ...props }: InputProps) {
  const input = (
    <BaseInput
      data-slot="input"
      className={cn(controlClass, mono && "font-mono text-xs tabular-nums", icon && "pl-8", className)}
      {...props}
    />
  );
  if (!unit && !icon) return input;
  return (
    <span className={cn("relative flex w-full items-center", className)}>
      {icon ? (
        <span aria-hidden className="pointer-events-none absolute left-2.5 text-faint [&_svg]:size-4">
          {icon}
        </span>
      ) : null}
      <BaseInput
        data-slot="input"
        className={cn(
          controlClass,
          mono && "font-mono text-xs tabular-nums",
          icon && "pl-8",
          unit && "pr-29",
        )}
        {...props}
      />
      {unit ? (
        <span className="pointer-events-none absolute right-2.5 max-w-27 truncate text-faint text-xs">
          {unit}
        </span>
      ) : null}
    </span>
  );
}
