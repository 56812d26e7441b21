// Owns what one page is still to be sent. Streams are kept as places in them, news as their newest state, so that
// a slow page costs a few kilobytes. Refuses to send while the page has not taken what was sent before.
import type { RunSummary } from "../../contract/run.ts";
import type { FollowRequest } from "../../contract/socket.ts";
import type { HardwareSample } from "../../contract/system.ts";
import type { RunService } from "../runs/run-service.ts";
import { createFollower, type Follower, type StudioSocket } from "./follower.ts";

/** At most this many frames per second. */
const FRAME_MS = 50;

export type Outbox = ReturnType<typeof createOutbox>;

export function createOutbox(socket: StudioSocket, runs: Pick<RunService, "summary" | "events" | "log">) {
  const followed = new Map<string, Follower>();
  const rows = new Map<string, RunSummary>();
  const removed = new Set<string>();
  const lists = new Set<"models" | "datasets" | "engines">();
  let sample: HardwareSample | null = null;
  let timer: NodeJS.Timeout | null = null;
  let last = Number.NEGATIVE_INFINITY;
  let sending = false;
  let again = false;

  function wake(): void {
    if (sending) again = true;
    if (sending || timer !== null || socket.disconnected) return;
    timer = setTimeout(() => void send(), Math.max(0, last + FRAME_MS - performance.now()));
  }

  async function send(): Promise<void> {
    timer = null;
    sending = true;
    again = false;
    last = performance.now();
    try {
      // History is sent as fast as the page takes it; what is live waits for the next frame.
      for (let more = true; more && socket.connected; ) {
        await drained(socket);
        sendNews();
        more = false;
        for (const follower of followed.values()) {
          // A run that was removed meanwhile cannot be read: its followers are told by run:removed.
          more = (await follower.send(socket).catch(() => false)) || more;
          await drained(socket);
        }
      }
    } finally {
      sending = false;
    }
    if (again) wake();
  }

  function sendNews(): void {
    for (const runId of removed) socket.emit("run:removed", { runId });
    for (const run of rows.values()) socket.emit("run:summary", run);
    for (const what of lists) socket.emit("library:changed", { what });
    if (sample) socket.emit("hardware:sample", sample);
    removed.clear();
    rows.clear();
    lists.clear();
    sample = null;
  }

  function forget(runId: string): void {
    followed.get(runId)?.end();
    followed.delete(runId);
  }

  return {
    follow(request: FollowRequest, most: number): boolean {
      if (!followed.has(request.runId) && followed.size >= most) return false;
      followed.get(request.runId)?.end();
      followed.set(request.runId, createFollower(request, runs));
      wake();
      return true;
    },
    unfollow: forget,
    /** A followed run may have more to read. */
    grown(runId: string): void {
      const follower = followed.get(runId);
      if (!follower) return;
      follower.grown();
      wake();
    },
    summaries(news: readonly RunSummary[]): void {
      for (const run of news) rows.set(run.id, run);
      // The last line of a log is whole only once its run has ended.
      for (const run of news) followed.get(run.id)?.grown();
      wake();
    },
    removed(runId: string): void {
      rows.delete(runId);
      forget(runId);
      removed.add(runId);
      wake();
    },
    library(what: "models" | "datasets" | "engines"): void {
      lists.add(what);
      wake();
    },
    hardware(news: HardwareSample): void {
      sample = news;
      wake();
    },
    close(): void {
      if (timer) clearTimeout(timer);
      for (const runId of [...followed.keys()]) forget(runId);
    },
  };
}

/** Resolves once what was sent has left for the page, or the page is gone. */
function drained({ conn }: StudioSocket): Promise<void> {
  const { transport } = conn;
  if (transport.writable || conn.readyState !== "open") return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      transport.off("ready", done);
      conn.off("upgrade", done);
      conn.off("close", done);
      resolve();
    };
    transport.on("ready", done);
    // From polling to websocket: the old transport will not report any more.
    conn.on("upgrade", done);
    conn.on("close", done);
  });
}
