// Owns every pressable thing with a label or an icon. A link that looks like one comes in by `render`.
"use client";
import { mergeProps } from "@base-ui/react/merge-props";
import { useRender } from "@base-ui/react/use-render";
import { cva, type VariantProps } from "class-variance-authority";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

const buttonClass = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm transition-colors disabled:cursor-not-allowed disabled:border-border disabled:bg-surface-2 disabled:text-faint aria-disabled:cursor-not-allowed aria-disabled:text-faint [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        default:
          "border-border bg-surface text-foreground hover:border-border-strong hover:bg-surface-2 data-popup-open:bg-surface-2",
        primary: "border-transparent bg-accent text-accent-foreground hover:bg-accent-hover",
        secondary:
          "border-transparent bg-surface-2 text-foreground hover:bg-border data-popup-open:bg-border",
        ghost:
          "border-transparent bg-transparent text-muted hover:bg-surface-2 hover:text-foreground disabled:border-transparent disabled:bg-transparent data-popup-open:bg-surface-2 data-popup-open:text-foreground",
        danger: "border-transparent bg-danger text-danger-foreground hover:bg-danger-hover",
        outline:
          "border-border bg-transparent text-foreground hover:border-border-strong hover:bg-surface-2 data-popup-open:bg-surface-2",
      },
      size: {
        sm: "h-7 px-2 text-xs pointer-coarse:h-9",
        md: "h-8 px-3 pointer-coarse:h-10",
        icon: "size-8 p-0 pointer-coarse:size-10",
      },
    },
    defaultVariants: { variant: "default", size: "md" },
  },
);

type ButtonProps = useRender.ComponentProps<"button"> &
  VariantProps<typeof buttonClass> & {
    /** Shows a spinner in front and refuses presses; the width keeps the label. */
    busy?: boolean;
  };

export function Button({
  variant,
  size,
  busy = false,
  render,
  className,
  children,
  disabled,
  ...props
}: ButtonProps) {
  return useRender({
    defaultTagName: "button",
    render,
    props: mergeProps<"button">(
      {
        className: cn(buttonClass({ variant, size }), className),
        disabled: disabled || busy || undefined,
        type: render ? undefined : "button",
        children: busy ? (
          <>
            <Spinner />
            {size === "icon" ? null : children}
          </>
        ) : (
          children
        ),
      },
      { "aria-busy": busy || undefined, ...props },
      { "data-slot": "button" } as object,
    ),
  });
}
