// Owns the words above a control outside a Field.
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

type LabelProps = ComponentProps<"label"> & { htmlFor: string };

export function Label({ className, htmlFor, children, ...props }: LabelProps) {
  return (
    <label data-slot="label" htmlFor={htmlFor} className={cn("font-medium text-sm", className)} {...props}>
      {children}
    </label>
  );
}
