// Owns what is in view of the log: at the end while following, else where it is, even when lines come in front of it.
"use client";
import { useVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { LogLine } from "@/client/live/log-book.ts";
import type { FeedLog } from "@/client/live/run-feed.ts";
import { logRowHeight } from "./log-row.tsx";

export type LogScroll = {
  list: Virtualizer<HTMLDivElement, Element>;
  region: React.RefObject<HTMLDivElement | null>;
  follow: boolean;
  setFollow: (follow: boolean) => void;
  onScroll: () => void;
  show: (seq: number) => void;
};

/** As far from the end as counts as being there. */
const END_ZONE = 8;

export function useLogScroll(log: FeedLog): LogScroll {
  const lines: readonly LogLine[] = log.book.lines;
  const region = useRef<HTMLDivElement>(null);
  const [follow, setFollow] = useState(true);
  const seen = useRef({ top: 0, first: 0 });
  const first = lines[0]?.seq ?? 0;
  const count = lines.length;

  const list = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => region.current,
    estimateSize: () => logRowHeight,
    overscan: 20,
    getItemKey: (index) => first + index,
  });

  // External system: the scroll position. Before the paint, so that the view does not jump.
  useLayoutEffect(() => {
    const element = region.current;
    const moved = seen.current.first - first;
    seen.current.first = first;
    if (!element || count === 0) return;
    if (follow) list.scrollToIndex(count - 1, { align: "end" });
    else if (moved !== 0) element.scrollTop += moved * logRowHeight;
  }, [list, follow, first, count]);

  return {
    list,
    region,
    follow,
    setFollow,
    onScroll() {
      const element = region.current;
      if (!element) return;
      const up = element.scrollTop < seen.current.top - 1;
      seen.current.top = element.scrollTop;
      const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight <= END_ZONE;
      if (up && !atEnd) setFollow(false);
    },
    show(seq) {
      setFollow(false);
      list.scrollToIndex(seq - first, { align: "center" });
    },
  };
}
