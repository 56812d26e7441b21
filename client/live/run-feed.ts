// Owns following one run: asks from its cursors, goes on live, asks again after every gap or lost connection.
// Refuses to forget: what was read stays while the connection is away, and nothing is applied twice.

import { streamStart } from "@/contract/cursor.ts";
import type { Cursor, LogChunk } from "@/contract/run-event.ts";
import type { Ack, EventBatch, FollowRequest, LogBatch } from "@/contract/socket.ts";
import { createFrameStore, type Schedule, type Store } from "./frame-store.ts";
import { LogBook, type LogPiece } from "./log-book.ts";
import { applyBatch, emptyRecord, type RunRecord } from "./run-record.ts";

/** What of the page's socket a feed uses. */
export type FeedSocket = {
  readonly connected: boolean;
  on(event: "connect", listener: () => void): unknown;
  on(event: "run:events", listener: (batch: EventBatch) => void): unknown;
  on(event: "run:log", listener: (batch: LogBatch) => void): unknown;
  off(event: "connect", listener: () => void): unknown;
  off(event: "run:events", listener: (batch: EventBatch) => void): unknown;
  off(event: "run:log", listener: (batch: LogBatch) => void): unknown;
  emit(event: "run:follow", request: FollowRequest, ack: (result: Ack) => void): unknown;
  emit(event: "run:unfollow", request: { runId: string }, ack: (result: Ack) => void): unknown;
};

/** `loaded`: the history has been read to its end, so an empty record means that there is nothing yet. */
export type FeedEvents = { readonly record: RunRecord; readonly loaded: boolean };
/** The book changes in place; each change comes with a new FeedLog. */
export type FeedLog = {
  readonly book: LogBook;
  readonly loaded: boolean;
  readonly earlier: "idle" | "loading" | "failed";
};

export type RunFeed = {
  readonly events: Store<FeedEvents>;
  readonly log: Store<FeedLog>;
  start(): void;
  stop(): void;
  loadEarlierLog(): Promise<void>;
};

export type RunFeedOptions = {
  runId: string;
  socket: () => FeedSocket;
  /** Reads a piece of the log; without an attempt, of the newest. Throws when it cannot. */
  readLog: (piece: Omit<LogPiece, "attempt"> & { attempt?: number }) => Promise<LogChunk>;
  schedule: Schedule;
};

const TAIL_BYTES = 2 << 20;

export function createRunFeed({ runId, socket, readLog, schedule }: RunFeedOptions): RunFeed {
  const events = createFrameStore<FeedEvents>({ record: emptyRecord(), loaded: false }, schedule);
  const log = createFrameStore<FeedLog>({ book: new LogBook(), loaded: false, earlier: "idle" }, schedule);
  let record = emptyRecord();
  let loaded = false;
  let drawn = 0;
  let book = new LogBook();
  let tail: "unread" | "reading" | "read" = "unread";
  let earlier: FeedLog["earlier"] = "idle";
  /** Grows with each question, so that an answer to an older one is told from the newest. */
  let asked = 0;
  let answered = 0;
  let following: FeedSocket | null = null;

  const showEvents = () => events.set({ record, loaded });
  const showLog = () => log.set({ book, loaded: tail === "read", earlier });

  function follow(): void {
    if (!following?.connected) return;
    const question = ++asked;
    const cursor: Cursor | null = tail === "read" ? (book.cursor ?? streamStart) : null;
    following.emit("run:follow", { runId, events: record.cursor, log: cursor }, () => {
      answered = Math.max(answered, question);
    });
  }

  /** While a question is on its way, what does not fit is of the stream before it. */
  function followAgain(): void {
    if (answered === asked) follow();
  }

  async function readTail(): Promise<void> {
    if (tail !== "unread") return;
    tail = "reading";
    const chunk = await readLog({ offset: -TAIL_BYTES, limit: TAIL_BYTES }).catch(() => null);
    if (chunk) book.append(chunk);
    tail = "read";
    showLog();
    follow();
  }

  function connect(): void {
    asked = answered = 0;
    follow();
    void readTail();
  }

  function takeEvents(batch: EventBatch): void {
    if (batch.runId !== runId) return;
    const applied = applyBatch(record, batch);
    if (applied.outcome === "gap") followAgain();
    if (applied.outcome === "gap" || (applied.outcome === "known" && loaded)) return;
    if (applied.outcome === "applied") record = applied.record;
    // A batch without more behind it, even an empty one, says that all of the history is here.
    loaded ||= !batch.more;
    // A long history is shown each time it has doubled: drawing all of it for every batch would take longer than reading.
    if (batch.more && record.train.length < 2 * drawn) return;
    drawn = record.train.length;
    showEvents();
  }

  function takeLog({ runId: of, chunk }: LogBatch): void {
    if (of !== runId || tail !== "read") return;
    const outcome = book.append(chunk);
    if (outcome === "gap") followAgain();
    if (outcome === "shrunk") {
      book = new LogBook();
      tail = "unread";
      void readTail();
    }
    if (outcome !== "known") showLog();
  }

  return {
    events,
    log,
    start() {
      if (following) return;
      following = socket();
      following.on("connect", connect);
      following.on("run:events", takeEvents);
      following.on("run:log", takeLog);
      if (following.connected) connect();
    },
    stop() {
      if (!following) return;
      following.off("connect", connect);
      following.off("run:events", takeEvents);
      following.off("run:log", takeLog);
      if (following.connected) following.emit("run:unfollow", { runId }, () => undefined);
      following = null;
    },
    async loadEarlierLog() {
      const piece = book.earlier;
      if (!piece || earlier === "loading") return;
      earlier = "loading";
      showLog();
      const chunk = await readLog(piece).catch(() => null);
      if (chunk) book.prepend(chunk);
      earlier = chunk ? "idle" : "failed";
      showLog();
    },
  };
}
