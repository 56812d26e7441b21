// Owns the order in which tokens are shown: runs of one look, a picture's hundreds of tokens as one piece, and what the cutoff
// took out where it stood. Pure.
import type { EncodedToken, Encoding } from "@/contract/dataset-scan.ts";

type Cut = Extract<Encoding, { status: "encoded" }>["cuts"][number];

export type TokenRun =
  | { kind: "media"; from: number; count: number; media: number }
  | { kind: "text"; from: number; learned: boolean; special: boolean; tokens: readonly EncodedToken[] }
  /** `from`: the kept token that it stood before. */
  | { kind: "cut"; from: number; count: number; text: string };

export function tokenRuns(tokens: readonly EncodedToken[], cuts: readonly Cut[]): TokenRun[] {
  const runs: TokenRun[] = [];
  const gaps = cuts.toSorted((one, other) => one.at - other.at);
  let start = 0;
  for (const { at, count, text } of gaps) {
    addRuns(runs, tokens, start, at);
    runs.push({ kind: "cut", from: at, count, text });
    start = at;
  }
  addRuns(runs, tokens, start, tokens.length);
  return runs;
}

function addRuns(runs: TokenRun[], tokens: readonly EncodedToken[], from: number, to: number): void {
  let start = from;
  while (start < to) {
    const first = tokens[start];
    if (!first) break;
    let end = start + 1;
    while (end < to && looksLike(tokens[end], first)) end++;
    runs.push(
      first.media === null
        ? {
            kind: "text",
            from: start,
            learned: first.learned,
            special: first.special,
            tokens: tokens.slice(start, end),
          }
        : { kind: "media", from: start, count: end - start, media: first.media },
    );
    start = end;
  }
}

function looksLike(token: EncodedToken | undefined, first: EncodedToken): boolean {
  if (!token || token.media !== first.media) return false;
  return first.media !== null || (token.learned === first.learned && token.special === first.special);
}
