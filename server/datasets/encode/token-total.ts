// Owns adding up what the rows of a set are in tokens. Refuses to hold rows: numbers, and where to look.
import type { TokensResult } from "../../../contract/dataset-scan.ts";
import { addValue, createSpread, describeSpread } from "../scans/spread.ts";
import type { RowFigures } from "./encoder.ts";

const EXAMPLES_OF_EACH = 30;
const REASONS = ["cut-media", "dropped", "cut"] as const;
type Reason = (typeof REASONS)[number];

export function createTokenTotal(of: number) {
  const lengths = createSpread();
  const counts = { "cut-media": 0, dropped: 0, cut: 0 };
  const examples: Record<Reason, TokensResult["examples"]> = { "cut-media": [], dropped: [], cut: [] };
  let rows = 0;
  let learned = 0;
  let tokens = 0;

  function note(row: number, why: Reason, length: number): void {
    counts[why] += 1;
    if (examples[why].length < EXAMPLES_OF_EACH) examples[why].push({ row, why, tokens: length });
  }

  return {
    add(row: number, figures: RowFigures): void {
      rows += 1;
      if (figures.status === "dropped") {
        note(row, "dropped", 0);
        return;
      }
      addValue(lengths, figures.length);
      learned += figures.learned;
      tokens += figures.kept;
      if (figures.cutsMedia) note(row, "cut-media", figures.length);
      else if (figures.isCut) note(row, "cut", figures.length);
    },
    result: (): TokensResult => ({
      kind: "tokens",
      rows,
      of,
      lengths: describeSpread(lengths),
      learned,
      tokens,
      cut: counts.cut + counts["cut-media"],
      cutMedia: counts["cut-media"],
      dropped: counts.dropped,
      examples: REASONS.flatMap((why) => examples[why]),
    }),
  };
}
