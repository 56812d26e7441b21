// Owns how the numbers along the axes read: short, and no finer than the distance between two of them.
import { formatCount } from "@/client/format/number.ts";

export type XKind = "step" | "epoch" | "elapsed" | "time";

/** As many as the increment itself has: 0.25 needs two, or 2.75 and 2.5 would read 2.8 and 2.5. */
function decimalsFor(increment: number): number {
  let decimals = 0;
  for (let scaled = increment; decimals < 8; decimals++, scaled *= 10) {
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) break;
  }
  return decimals;
}

/** 0.25, 1,200, 12.4 k, 5e-5. */
export function formatTick(value: number, increment: number): string {
  const size = Math.abs(value);
  if (value === 0 || size < increment / 1e6) return "0";
  // One way of writing along one axis: 5e-4 and 1e-3, not 5e-4 and 0.0010.
  if (size < 1e-3 || increment < 1e-3) return trimExponent(value);
  if (size >= 10_000) return shortCount(value);
  return value.toFixed(decimalsFor(increment));
}

/** 20 k, not 20.0 k: ticks stand at round numbers. */
function shortCount(value: number, locale?: string): string {
  return formatCount(value, locale).replace(".0 ", " ");
}

function trimExponent(value: number): string {
  return value.toExponential(2).replace(/\.?0+e/, "e");
}

/** 0:30, 12:00, 1:30:00; read alike in every language. */
export function formatClock(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const pad = (part: number) => String(part).padStart(2, "0");
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

export function formatX(kind: XKind, value: number, increment: number, locale: string): string {
  if (kind === "step") return shortCount(value, locale);
  if (kind === "epoch") return value.toFixed(Math.min(2, decimalsFor(increment)));
  if (kind === "elapsed") return formatClock(value);
  const day = 86_400_000;
  return new Intl.DateTimeFormat(
    locale,
    increment >= day
      ? { month: "short", day: "numeric" }
      : { hour: "2-digit", minute: "2-digit", ...(increment < 60_000 ? { second: "2-digit" } : {}) },
  ).format(value);
}

const second = [1, 2, 5, 10, 15, 30];
const minute = second.map((each) => each * 60);
const hour = [1, 2, 3, 6, 12].map((each) => each * 3600);
const days = [1, 2, 7, 14, 30].map((each) => each * 86_400);

/** The distances between ticks that a person counts in. */
export const incrementsOf: Record<XKind, readonly number[]> = {
  step: Array.from({ length: 30 }, (_, index) => ([1, 2, 5][index % 3] ?? 1) * 10 ** Math.floor(index / 3)),
  epoch: Array.from(
    { length: 18 },
    (_, index) => ([1, 2, 5][index % 3] ?? 1) * 10 ** (Math.floor(index / 3) - 2),
  ),
  elapsed: [...second, ...minute, ...hour, ...days],
  time: [...second, ...minute, ...hour, ...days].map((each) => each * 1000),
};

/** One place along x, exactly. */
export function formatPlace(kind: XKind, value: number, locale: string): string {
  if (kind === "step") return new Intl.NumberFormat(locale).format(value);
  if (kind === "epoch") return value.toFixed(3);
  if (kind === "elapsed") return formatClock(value);
  return new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium" }).format(value);
}
