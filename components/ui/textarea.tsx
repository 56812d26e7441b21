// Owns several lines of text.
"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./overlay.ts";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <Field.Control
      render={
        <textarea
          data-slot="textarea"
          className={cn(controlClass, "h-auto min-h-20 resize-y py-1.5 pointer-coarse:h-auto", className)}
          {...props}
        />
      }
    />
  );
}
