// Owns the order in which tokens are shown: runs of one look, a picture's hundreds of tokens as one piece. Pure.
import type { ShownToken } from "./cut-tokens.ts";

export type TokenRun =
  | { kind: "media"; from: number; count: number; media: number; cut: boolean }
  | {
      kind: "text";
      from: number;
      learned: boolean;
      special: boolean;
      cut: boolean;
      tokens: readonly ShownToken[];
    };

export function tokenRuns(tokens: readonly ShownToken[]): TokenRun[] {
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
            cut: first.cut,
            tokens: tokens.slice(start, end),
          }
        : { kind: "media", from: start, count: end - start, media: first.media, cut: first.cut },
    );
    start = end;
  }
  return runs;
}

function looksLike(token: ShownToken | undefined, first: ShownToken): boolean {
  if (!token || token.media !== first.media || token.cut !== first.cut) return false;
  return first.media !== null || (token.learned === first.learned && token.special === first.special);
}
