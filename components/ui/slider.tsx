// Owns a number chosen by dragging, for one value inside a range.
"use client";
import { Slider as BaseSlider } from "@base-ui/react/slider";
import { cn } from "./cn.ts";

type SliderProps = {
  value: number;
  onValueChange: (value: number) => void;
  onValueCommitted?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  disabled?: boolean;
  className?: string;
  "aria-label": string;
};

export function Slider({
  className,
  onValueChange,
  onValueCommitted,
  "aria-label": label,
  ...props
}: SliderProps) {
  return (
    <BaseSlider.Root
      data-slot="slider"
      thumbAlignment="edge"
      onValueChange={(value) => onValueChange(value)}
      onValueCommitted={(value) => onValueCommitted?.(value)}
      className={cn("w-full", className)}
      {...props}
    >
      <BaseSlider.Control className="flex h-6 w-full touch-none select-none items-center data-disabled:opacity-50">
        <BaseSlider.Track className="h-1 w-full rounded-full bg-border-strong">
          <BaseSlider.Indicator className="rounded-full bg-accent" />
          <BaseSlider.Thumb
            aria-label={label}
            className="size-3.5 rounded-full border border-border-strong bg-surface has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-1"
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}
