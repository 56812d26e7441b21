// Owns how numbers read on the screen: loss, learning rate, counts, shares, rates. The full value belongs in a tooltip.

/** Four significant digits, the zeros kept so that a column does not jump: 1.200. */
export function formatLoss(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return exponent(value, 3);
  return value.toPrecision(4);
}

/** 5.0e-5, as people write it in a config. */
export function formatLearningRate(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  return value === 0 ? "0" : exponent(value, 1, 2);
}

function exponent(value: number, least: number, most = least): string {
  const [mantissa = "", power = "0"] = value.toExponential(most).split("e");
  let digits = mantissa;
  for (let extra = most; extra > least && digits.endsWith("0"); extra--) digits = digits.slice(0, -1);
  return `${digits}e${Number(power)}`;
}

const scales = [
  { size: 1e12, sign: "T" },
  { size: 1e9, sign: "B" },
  { size: 1e6, sign: "M" },
  { size: 1e3, sign: "k" },
] as const;

/** Whole up to 9,999, then 12.4 k, 1.2 M. */
export function formatCount(value: number | null | undefined, locale = "en"): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (Math.abs(value) < 10_000)
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
  for (const { size, sign } of scales) {
    // 999,960 is 1.0 M, not 1000.0 k.
    const scaled = Math.round((value / size) * 10) / 10;
    if (Math.abs(scaled) >= 1) return `${shortDecimal(scaled)} ${sign}`;
  }
  return String(value);
}

function shortDecimal(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1);
}

/** A share of 1. Never says 100 % before the end, nor 0 % after the start. */
export function formatPercent(share: number | null | undefined, digits = 0): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return "–";
  const step = 10 ** -digits;
  let percent = Number((share * 100).toFixed(digits));
  if (share < 1 && percent >= 100) percent = 100 - step;
  if (share > 0 && percent <= 0) percent = step;
  return `${percent.toFixed(digits)} %`;
}

/** `unit` is the thing counted: "tok" gives 2,140 tok/s; below one a second it turns to 12.5 s/tok. */
export function formatRate(perSecond: number | null | undefined, unit: string, locale = "en"): string {
  if (perSecond === null || perSecond === undefined || !Number.isFinite(perSecond)) return "–";
  if (perSecond > 0 && perSecond < 1) return `${shortDecimal(1 / perSecond)} s/${unit}`;
  const value = perSecond < 100 ? shortDecimal(perSecond) : formatCount(perSecond, locale);
  return `${value} ${unit}/s`;
}
