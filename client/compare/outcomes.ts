// Owns counting and choosing rows of a translation by what became of them. Pure.
import type { TranslationOutcome, TranslationRow } from "@/contract/translate.ts";

export const outcomes = [
  "lost",
  "changed",
  "added",
  "carried",
] as const satisfies readonly TranslationOutcome[];

export function countOutcomes(rows: readonly TranslationRow[]): Record<TranslationOutcome, number> {
  const count = (outcome: TranslationOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return { lost: count("lost"), changed: count("changed"), added: count("added"), carried: count("carried") };
}

export type OutcomeFilter = TranslationOutcome | "all";

/** What needs a look first comes first. */
export function shownRows(rows: readonly TranslationRow[], filter: OutcomeFilter): TranslationRow[] {
  if (filter !== "all") return rows.filter(({ outcome }) => outcome === filter);
  return rows.toSorted((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome));
}
