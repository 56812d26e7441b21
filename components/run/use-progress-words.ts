// Owns how an amount of work and its rate read, in the unit of the work.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatRate } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { RunProgress } from "@/contract/run.ts";

export type ProgressWords = {
  /** "3 / 12" of its unit, without the unit. */
  pair: (progress: RunProgress) => { done: string; total: string };
  rate: (perSecond: number, unit: RunProgress["unit"]) => string;
};

export function useProgressWords(): ProgressWords {
  const t = useT("run");
  const locale = useLocale();
  return {
    pair({ done, total, unit }) {
      const say = unit === "bytes" ? formatBytes : (count: number) => count.toLocaleString(locale);
      return { done: say(done), total: say(total) };
    },
    rate(perSecond, unit) {
      return unit === "bytes"
        ? `${formatBytes(perSecond)}/s`
        : formatRate(perSecond, t(`unit.${unit}`), locale);
    },
  };
}
