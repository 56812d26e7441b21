// Owns the unfinished launch forms of this tab, so that a reload loses nothing. Refuses to share them between tabs.
import { DeviceRequest } from "@/contract/run.ts";
import type { StartKey } from "./start-key.ts";

export type LaunchDraft = {
  text: string;
  /** The text the form started with; when the source has changed since, a draft without edits is not kept. */
  from: string;
  drafts: [string, string][];
  /** Null: the suggested one. */
  name: string | null;
  device: DeviceRequest;
  start: StartKey;
};

const prefix = "anneal.launch.";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

/** Null when the stored text is not a draft of this version. */
export function parseDraft(stored: string): LaunchDraft | null {
  const value: unknown = JSON.parse(stored);
  if (!isRecord(value) || !isRecord(value.start) || !Array.isArray(value.drafts)) return null;
  const { text, from, name } = value;
  const { key, asked } = value.start;
  const device = DeviceRequest.safeParse(value.device);
  if (typeof text !== "string" || typeof from !== "string" || typeof key !== "string") return null;
  if (name !== null && typeof name !== "string") return null;
  if (asked !== null && typeof asked !== "string") return null;
  if (!device.success || !value.drafts.every(isPair)) return null;
  return { text, from, drafts: value.drafts, name, device: device.data, start: { key, asked } };
}

/** There is something in it that a person did. */
export function isEdited({ text, from, name, drafts }: LaunchDraft): boolean {
  return text !== from || name !== null || drafts.length > 0;
}

export function loadDraft(origin: string): LaunchDraft | null {
  try {
    const stored = sessionStorage.getItem(prefix + origin);
    return stored === null ? null : parseDraft(stored);
  } catch {
    return null;
  }
}

export function saveDraft(origin: string, draft: LaunchDraft): void {
  try {
    sessionStorage.setItem(prefix + origin, JSON.stringify(draft));
  } catch {
    // Storage may be full or forbidden; the draft then lasts as long as the page.
  }
}

export function forgetDraft(origin: string): void {
  try {
    sessionStorage.removeItem(prefix + origin);
  } catch {
    // As above.
  }
}
