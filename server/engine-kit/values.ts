// Owns reading single values out of a config the way the engine does. Refuses to judge them.
import type { ConfigDocument } from "../../contract/config-document.ts";

export function textOf(doc: ConfigDocument, key: string): string | null {
  const value = doc.get(key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

export function numberOf(doc: ConfigDocument, key: string): number | null {
  const value = doc.get(key);
  return typeof value === "number" ? value : null;
}

/** Unquoted yes and on are true to the engine's YAML 1.1 reader, though not to ours. */
export function flagOf(doc: ConfigDocument, key: string): boolean {
  const value = doc.get(key);
  return value === true || bareWord(doc, key) === true;
}

/** `a, b` or a YAML list. */
export function listOf(doc: ConfigDocument, key: string): string[] {
  const value = doc.get(key);
  const parts = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value.map(String) : [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The value as it was typed, without a comment; null when it does not stand on the key's own line. */
export function rawOf(doc: ConfigDocument, key: string): string | null {
  const line = doc.lineOf(key);
  const text = line === null ? undefined : doc.text.split("\n")[line - 1];
  const typed = text === undefined ? null : /^[^:]+:\s+(.*?)\s*(?:\s#.*)?$/.exec(text)?.[1];
  return typed ? typed : null;
}

/** What an unquoted yes, no, on or off means to a YAML 1.1 reader; null for anything else. */
export function bareWord(doc: ConfigDocument, key: string): boolean | null {
  const raw = typeof doc.get(key) === "string" ? rawOf(doc, key) : null;
  if (raw === null) return null;
  if (/^(?:yes|on)$/i.test(raw)) return true;
  return /^(?:no|off)$/i.test(raw) ? false : null;
}
