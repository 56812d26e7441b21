// Owns several lines of text in a form.
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn.ts";
import { controlClass } from "@/components/ui/overlay.ts";

type TextAreaProps = Omit<ComponentProps<"textarea">, "onChange"> & {
  onValueChange: (value: string) => void;
};

export function TextArea({ className, onValueChange, ...props }: TextAreaProps) {
  return (
    <textarea
      spellCheck={false}
      autoComplete="off"
      className={cn(
        controlClass,
        "field-sizing-content block h-auto min-h-16 resize-y py-1.5 font-mono text-xs leading-4.5 pointer-coarse:h-auto",
        className,
      )}
      onChange={(event) => onValueChange(event.currentTarget.value)}
      {...props}
    />
  );
}
