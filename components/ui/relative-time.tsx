// Owns a moment shown as "5 min ago" that keeps itself up to date, with the exact time on hover.
"use client";
import { useSyncExternalStore } from "react";
import { useLocale } from "use-intl";
import { cn } from "./cn.ts";

const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    now = 0;
  };
}

function readNow(): number {
  if (now === 0) now = Date.now();
  return now;
}

const steps = [
  { unit: "second", limit: 60, size: 1 },
  { unit: "minute", limit: 3600, size: 60 },
  { unit: "hour", limit: 86_400, size: 3600 },
  { unit: "day", limit: 30 * 86_400, size: 86_400 },
] as const;

function phrase(at: number, reference: number, locale: string): string {
  const seconds = (at - reference) / 1000;
  const distance = Math.abs(seconds);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  if (distance < 10) return format.format(0, "second");
  for (const step of steps) {
    if (distance < step.limit) return format.format(Math.trunc(seconds / step.size), step.unit);
  }
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(at);
}

export function RelativeTime({ value, className }: { value: number | string | Date; className?: string }) {
  const locale = useLocale();
  const reference = useSyncExternalStore(subscribe, readNow, () => 0);
  const at = new Date(value);
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }).format(at);
  return (
    <time
      dateTime={at.toISOString()}
      title={exact}
      data-slot="relative-time"
      className={cn("whitespace-nowrap tabular-nums", className)}
    >
      {phrase(at.getTime(), Math.max(reference, at.getTime()), locale)}
    </time>
  );
}
