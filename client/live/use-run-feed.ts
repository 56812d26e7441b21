// Owns which runs this page follows: from the first reader on, until a while after the last. Refuses reduction.
"use client";
import { useCallback, useRef, useSyncExternalStore } from "react";
import { call } from "../http.ts";
import { getSocket } from "../socket.ts";
import { LogBook } from "./log-book.ts";
import { createRunFeed, type FeedEvents, type FeedLog, type RunFeed } from "./run-feed.ts";
import { emptyRecord } from "./run-record.ts";

type Followed = { feed: RunFeed; readers: number; ending: ReturnType<typeof setTimeout> | null };

const followed = new Map<string, Followed>();
/** Feeds nobody reads are kept, so that going back to a run shows it at once and asks only for what is new. */
const KEPT = 3;
/** Going from tab to tab takes the last reader away for a moment. */
const LINGER_MS = 2000;

function feedOf(runId: string): Followed {
  const known = followed.get(runId);
  if (known) return known;
  const feed = createRunFeed({
    runId,
    socket: getSocket,
    readLog: (query) => call("runLog", { params: { id: runId }, query }),
    schedule: requestAnimationFrame,
  });
  const entry: Followed = { feed, readers: 0, ending: null };
  followed.set(runId, entry);
  for (const [id, { readers, ending }] of followed) {
    if (followed.size <= KEPT) break;
    if (readers === 0 && ending === null && id !== runId) followed.delete(id);
  }
  return entry;
}

function reading(runId: string, subscribe: (feed: RunFeed) => () => void): () => void {
  const entry = feedOf(runId);
  const unsubscribe = subscribe(entry.feed);
  entry.readers++;
  if (entry.ending !== null) clearTimeout(entry.ending);
  entry.ending = null;
  entry.feed.start();
  return () => {
    unsubscribe();
    entry.readers--;
    if (entry.readers > 0) return;
    entry.ending = setTimeout(() => {
      entry.ending = null;
      entry.feed.stop();
    }, LINGER_MS);
  };
}

const nothing: FeedEvents = { record: emptyRecord(), loaded: false };
const noLog: FeedLog = { book: new LogBook(), loaded: false, earlier: "idle" };

/** The points and the news of a run, at most one change per frame. */
export function useRunEvents(runId: string): FeedEvents {
  const subscribe = useCallback(
    (listener: () => void) => reading(runId, (feed) => feed.events.subscribe(listener)),
    [runId],
  );
  return useSyncExternalStore(
    subscribe,
    () => feedOf(runId).feed.events.read(),
    () => nothing,
  );
}

const nobody: readonly FeedEvents[] = [];

/** The points of several runs, in their order; the very list of before while none of them has changed. */
export function useEventsOfRuns(runIds: readonly string[]): readonly FeedEvents[] {
  const named = runIds.join(" ");
  const kept = useRef(nobody);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = idsIn(named).map((id) => reading(id, (feed) => feed.events.subscribe(listener)));
      return () => {
        for (const end of ends) end();
      };
    },
    [named],
  );
  return useSyncExternalStore(
    subscribe,
    () => {
      const now = idsIn(named).map((id) => feedOf(id).feed.events.read());
      const before = kept.current;
      if (before.length !== now.length || now.some((each, at) => each !== before[at])) kept.current = now;
      return kept.current;
    },
    () => nobody,
  );
}

const idsIn = (named: string) => named.split(" ").filter((id) => id !== "");

/** The log of a run and how to read more of it, at most one change per frame. */
export function useRunLog(runId: string): FeedLog & { loadEarlier: () => void } {
  const subscribe = useCallback(
    (listener: () => void) => reading(runId, (feed) => feed.log.subscribe(listener)),
    [runId],
  );
  const log = useSyncExternalStore(
    subscribe,
    () => feedOf(runId).feed.log.read(),
    () => noLog,
  );
  return { ...log, loadEarlier: () => void feedOf(runId).feed.loadEarlierLog() };
}
