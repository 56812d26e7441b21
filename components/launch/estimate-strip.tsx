// Owns the line that says what the numbers come to: effective batch, steps, epochs, checkpoints.
"use client";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import type { RunEstimate } from "@/contract/preview.ts";

export type EstimateStripProps = { estimate: RunEstimate | null; stale: boolean; className?: string };

export function EstimateStrip({ estimate, stale, className }: EstimateStripProps) {
  const t = useT("launch");
  const locale = useLocale();
  if (!estimate) return null;
  const { perDeviceBatchSize, gradientAccumulation, deviceCount, effectiveBatchSize } = estimate;
  const count = (value: number) => formatCount(value, locale);
  const parts = [
    estimate.totalSteps === null ? null : t("estimate.steps", { count: estimate.totalSteps }),
    estimate.stepsPerEpoch === null
      ? null
      : t("estimate.stepsPerEpoch", { count: count(estimate.stepsPerEpoch) }),
    estimate.epochs === null
      ? null
      : t("estimate.epochs", {
          count: new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(estimate.epochs),
        }),
    estimate.examples === null ? null : t("estimate.examples", { count: count(estimate.examples) }),
    estimate.checkpoints === null ? null : t("estimate.checkpoints", { count: estimate.checkpoints }),
  ].filter((part) => part !== null);
  return (
    <section
      aria-label={t("estimate.title")}
      className={cn(
        "flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs tabular-nums transition-opacity",
        stale && "opacity-60",
        className,
      )}
    >
      <span title={t("estimate.batchHint")} className="font-medium text-foreground">
        {t("estimate.batch", {
          batch: count(perDeviceBatchSize),
          accumulate: count(gradientAccumulation),
          devices: t("estimate.gpus", { count: deviceCount }),
          effective: count(effectiveBatchSize),
        })}
      </span>
      {parts.length === 0 ? <span>{t("estimate.unknown")}</span> : null}
      {parts.map((part) => (
        <span key={part} className="before:mr-2 before:text-faint before:content-['·']">
          {part}
        </span>
      ))}
    </section>
  );
}
