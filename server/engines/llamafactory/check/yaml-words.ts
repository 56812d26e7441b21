// Owns what the engine's YAML reader (OmegaConf on PyYAML, YAML 1.1) makes of an unquoted word.
// Refuses quoted text, lists and mappings: those mean the same everywhere.

export type Word = string | number | boolean | null;

const YES = /^(?:yes|true|on)$/i;
const NO = /^(?:no|false|off)$/i;
const FLOAT = /^[-+]?\d[\d_]*\.[\d_]*(?:e[-+]?\d+)?$|^[-+]?\d+(?:_\d+)*e[-+]?\d+$|^\.\d[\d_]*(?:e[-+]\d+)?$/i;
const BASE_60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/;

/** yEs is text to the reader: only one way of capitals counts. */
const evenCase = (word: string) =>
  word === word.toLowerCase() || word === word.toUpperCase() || /^[A-Z][a-z]+$/.test(word);

function base60(digits: string): number {
  const sign = digits.startsWith("-") ? -1 : 1;
  const parts = digits.replace(/^[-+]/, "").split(":").map(Number);
  return sign * parts.reduce((sum, part) => sum * 60 + part, 0);
}

function integer(plain: string): number | null {
  const digits = plain.replaceAll("_", "");
  const sign = digits.startsWith("-") ? -1 : 1;
  const bare = digits.replace(/^[-+]/, "");
  if (/^0b[01]+$/.test(bare)) return sign * Number.parseInt(bare.slice(2), 2);
  if (/^0x[\da-f]+$/i.test(bare) && bare.startsWith("0x")) return sign * Number.parseInt(bare.slice(2), 16);
  if (/^0[0-7]+$/.test(bare)) return sign * Number.parseInt(bare, 8) + 0;
  return /^(?:0|[1-9]\d*)$/.test(bare) ? sign * Number(bare) + 0 : null;
}

/** What the engine sees where `plain` stands without quotes. */
export function readByEngine(plain: string): Word {
  if (plain === "" || plain === "~" || (/^null$/i.test(plain) && evenCase(plain))) return null;
  if ((YES.test(plain) || NO.test(plain)) && evenCase(plain)) return YES.test(plain);
  if (/^[-+]?[1-9]/.test(plain) && BASE_60.test(plain)) return base60(plain.replaceAll("_", ""));
  const whole = /^[-+]?\d/.test(plain) ? integer(plain) : null;
  if (whole !== null) return whole;
  if (FLOAT.test(plain)) return Number(plain.replaceAll("_", ""));
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain)) return plain.startsWith("-") ? -Infinity : Infinity;
  return /^\.(?:nan|NaN|NAN)$/.test(plain) ? Number.NaN : plain;
}

/** Ways of writing a number that people and readers take differently: 010, 1:30, 0b11, 0o17. */
export const isOddNumber = (plain: string) =>
  /^[-+]?0[\d_]/.test(plain) || /^[-+]?0[bo]/i.test(plain) || /^[-+]?\d[\d_]*:/.test(plain);

/** The text of an unquoted one-line value; null when it is quoted, a list, a mapping, or stands elsewhere. */
export const unquoted = (raw: string | null) => (raw === null || /^["'[{&*!|>%@`]/.test(raw) ? null : raw);
