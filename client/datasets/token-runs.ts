// Owns the order in which tokens are shown: runs of one look, a picture's hundreds of tokens as one piece. Pure.
import type { EncodedToken } from "@/contract/dataset-scan.ts";

export type TokenRun =
  | { kind: "media"; from: number; count: number; media: number }
  | { kind: "text"; from: number; learned: boolean; special: boolean; tokens: readonly EncodedToken[] };

export function tokenRuns(tokens: readonly EncodedToken[]): TokenRun[] {
  const runs: TokenRun[] = [];
  let start = 0;
  while (start < tokens.length) {
    const first = tokens[start];
    if (!first) break;
    let end = start + 1;
    while (end < tokens.length && looksLike(tokens[end], first)) end++;
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
  return runs;
}

function looksLike(token: EncodedToken | undefined, first: EncodedToken): boolean {
  if (!token || token.media !== first.media) return false;
  return first.media !== null || (token.learned === first.learned && token.special === first.special);
}
