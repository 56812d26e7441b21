// Owns looking for a text in the log while it grows: the hits, and which of them is the one being looked at.
"use client";
import { useMemo, useState } from "react";
import type { LogLine } from "@/client/live/log-book.ts";
import { hitNear, type LogHit, type LogSearch, searchLog } from "@/client/live/log-search.ts";
import type { LogMark } from "./log-text.tsx";

export type LogSearching = {
  query: string;
  /** Looks for another text; the first hit at or after the line `near` becomes the current one. */
  setQuery: (query: string, near: number) => LogHit | null;
  count: number;
  /** 1-based; 0 without a hit. */
  at: number;
  step: (by: 1 | -1) => LogHit | null;
  marksOf: (seq: number) => readonly LogMark[] | undefined;
};

export function useLogSearch(lines: readonly LogLine[]): LogSearching {
  const [query, setQuery] = useState("");
  const [current, setCurrent] = useState<LogHit | null>(null);
  const [last, setLast] = useState<LogSearch | null>(null);

  const first = lines[0]?.seq ?? 0;
  const stale =
    last === null ||
    last.query !== query ||
    last.first !== first ||
    last.last !== (lines.at(-1)?.seq ?? first);
  const search = query !== "" && stale ? searchLog(lines, query, last) : last;
  if (search !== last) setLast(search);
  const hits = query === "" || !search ? none : search.hits;
  const at = current ? hits.findIndex(({ seq, from }) => seq === current.seq && from === current.from) : -1;

  const marks = useMemo(() => {
    const found = new Map<number, LogMark[]>();
    for (const { seq, from, to } of hits) {
      const mark = { from, to, current: seq === current?.seq && from === current.from };
      const known = found.get(seq);
      if (known) known.push(mark);
      else found.set(seq, [mark]);
    }
    return found;
  }, [hits, current]);

  return {
    query,
    setQuery(next, near) {
      setQuery(next);
      const found = searchLog(lines, next, null);
      const hit = found.hits[hitNear(found.hits, near)] ?? null;
      setCurrent(hit);
      return hit;
    },
    count: hits.length,
    at: at + 1,
    step(by) {
      if (hits.length === 0) return null;
      const from = at < 0 && by < 0 ? 0 : at;
      const hit = hits[(from + by + hits.length) % hits.length] ?? null;
      setCurrent(hit);
      return hit;
    },
    marksOf: (seq) => marks.get(seq),
  };
}

const none: readonly LogHit[] = [];
