// Owns small parts of an engine's outlook that engines share: facts, and a warmup said as steps or as a share.
import type { OutlookFact, OutlookFactId } from "../../contract/outlook.ts";

export const fact = (id: OutlookFactId, en: string, zh: string = en): OutlookFact => ({
  id,
  value: { en, zh },
});

/** As transformers counts it: from 1 on steps, below a share of all, rounded up. */
export function warmupOf(value: number, total: number): number {
  return value >= 1 ? Math.trunc(value) : Math.ceil(value * total);
}
