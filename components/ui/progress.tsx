// Owns the bar of a known (0 to 1) or unknown (null) progress. Moves by transform only, so nothing is laid out again.
"use client";
import { Progress as BaseProgress } from "@base-ui/react/progress";
import { cn } from "./cn.ts";

const tones = {
  accent: "bg-accent",
  success: "bg-success",
  danger: "bg-danger",
  warning: "bg-warning",
  neutral: "bg-muted",
};

type ProgressProps = {
  value: number | null;
  tone?: keyof typeof tones;
  className?: string;
  "aria-label": string;
};

export function Progress({ value, tone = "accent", className, "aria-label": label }: ProgressProps) {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <BaseProgress.Root
      data-slot="progress"
      value={share === null ? null : Math.round(share * 100)}
      aria-label={label}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-border", className)}
    >
      <div
        className={cn(
          "h-full rounded-full",
          tones[tone],
          share === null ? "w-1/3 animate-slide" : "w-full origin-left transition-transform",
        )}
        style={share === null ? undefined : { transform: `scaleX(${share})` }}
      />
    </BaseProgress.Root>
  );
}
