// Owns the key that makes a start happen once: the same while the same thing is asked, new when another is.
import type { RunSpec } from "@/contract/run.ts";

export type StartKey = { key: string; asked: string | null };

/** Not randomUUID: that one is missing where the page is not served from localhost or over TLS. */
export function newStartKey(): StartKey {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { key: [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(""), asked: null };
}

/** The key for this spec: after an answer that never came, the same spec asks with the same key again. */
export function keyFor(current: StartKey, spec: RunSpec): StartKey {
  const asked = JSON.stringify(spec);
  if (current.asked === null || current.asked === asked) return { key: current.key, asked };
  return { ...newStartKey(), asked };
}
