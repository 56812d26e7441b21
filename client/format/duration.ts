// Owns how spans of time read, in the two languages: 1 h 04 min, 3 min 05 s, 42 s. Moments are in relative-time.tsx.
import type { Locale } from "../i18n/locale.ts";

const words = {
  en: { day: " d", hour: " h", minute: " min", second: " s", gap: " " },
  zh: { day: " 天", hour: " 小时", minute: " 分", second: " 秒", gap: " " },
} as const;

/** At most two units; the smaller one has two digits, so that a counting clock keeps its width. */
export function formatDuration(seconds: number | null | undefined, locale: Locale = "en"): string {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) return "–";
  const word = words[locale];
  if (seconds > 0 && seconds < 1) return `${seconds.toFixed(1)}${word.second}`;
  const total = Math.max(0, Math.round(seconds));
  if (total < 60) return `${total}${word.second}`;
  if (total < 3600) return pair(Math.floor(total / 60), word.minute, total % 60, word.second);
  const minutes = Math.floor(total / 60);
  if (total < 86_400) return pair(Math.floor(minutes / 60), word.hour, minutes % 60, word.minute);
  return pair(Math.floor(total / 86_400), word.day, Math.floor((total % 86_400) / 3600), word.hour);

  function pair(big: number, bigWord: string, small: number, smallWord: string): string {
    return `${big}${bigWord}${word.gap}${String(small).padStart(2, "0")}${smallWord}`;
  }
}
