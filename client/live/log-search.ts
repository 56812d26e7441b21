// Owns finding a text in the lines of a log, going on where the last look ended. Refuses patterns: it is plain text.
import type { LogLine } from "./log-book.ts";
import { OPEN_LINES } from "./log-lines.ts";

/** Characters [from, to) of the line `seq`. */
export type LogHit = { readonly seq: number; readonly from: number; readonly to: number };

export type LogSearch = {
  readonly query: string;
  readonly hits: readonly LogHit[];
  /** Looked at: the lines from `first` to `last`. */
  readonly first: number;
  readonly last: number;
};

/** Upper and lower case are the same. The last lines are looked at anew each time: they may still change. */
export function searchLog(
  lines: readonly LogLine[],
  query: string,
  before: LogSearch | null = null,
): LogSearch {
  const first = lines[0]?.seq ?? 0;
  const last = lines.at(-1)?.seq ?? first;
  const wanted = query.toLowerCase();
  if (wanted === "") return { query, hits: [], first, last };
  const goesOn = before !== null && before.query === query && before.first <= first && before.last <= last;
  const from = Math.max(first, goesOn ? before.last + 1 - OPEN_LINES : first);
  const hits = goesOn ? before.hits.filter(({ seq }) => seq >= first && seq < from) : [];
  for (let index = from - first; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind !== "text") continue;
    const text = line.text.toLowerCase();
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      hits.push({ seq: line.seq, from: at, to: at + wanted.length });
    }
  }
  return { query, hits, first, last };
}

/** The hit to show first: the first at or after a line, else the last one before it. */
export function hitNear(hits: readonly LogHit[], seq: number): number {
  const index = hits.findIndex((hit) => hit.seq >= seq);
  return index >= 0 ? index : hits.length - 1;
}
