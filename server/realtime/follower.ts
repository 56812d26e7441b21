// Owns how far one page has come in one run's two streams. What is sent is always what lies after that place,
// so nothing is missed or doubled. Refuses to remember what was sent.
import type { Socket } from "socket.io";
import type { ClientToServerEvents, FollowRequest, ServerToClientEvents } from "../../contract/socket.ts";
import type { RunService } from "../runs/run-service.ts";

export type StudioSocket = Socket<ClientToServerEvents, ServerToClientEvents>;

const BATCH_EVENTS = 1000;
const CHUNK_BYTES = 64 * 1024;

export type Follower = {
  grown(): void;
  /** Nothing more is sent, not even what is being read. */
  end(): void;
  /** Sends one portion of each stream; true when more is waiting. */
  send(socket: StudioSocket): Promise<boolean>;
};

export function createFollower(
  request: FollowRequest,
  runs: Pick<RunService, "summary" | "events" | "log">,
): Follower {
  const { runId } = request;
  let events = request.events;
  let log = request.log;
  let told = false;
  let waiting = true;
  let ended = false;

  function sendEvents(socket: StudioSocket): boolean {
    const { items, more } = runs.events(runId, events, BATCH_EVENTS);
    const last = items.at(-1);
    // Also when there is nothing new: the page learns that it is up to date.
    if (!last && told) return false;
    const to = last ? { attempt: last.attempt, offset: last.offset } : events;
    socket.emit("run:events", { runId, from: events, to, items, more });
    events = to;
    told = true;
    return more;
  }

  async function sendLog(socket: StudioSocket): Promise<boolean> {
    if (log === null) return false;
    const chunk = await runs.log(runId, { ...log, limit: CHUNK_BYTES });
    if (ended) return false;
    if (chunk.end > chunk.offset) {
      socket.emit("run:log", { runId, chunk });
      log = { attempt: chunk.attempt, offset: chunk.end };
    }
    if (chunk.end < chunk.size) return chunk.end > chunk.offset;
    if (runs.summary(runId).attempt <= log.attempt) return false;
    log = { attempt: log.attempt + 1, offset: 0 };
    return true;
  }

  return {
    grown() {
      waiting = true;
    },
    end() {
      ended = true;
    },
    async send(socket) {
      if (!waiting || ended) return false;
      waiting = false;
      const moreEvents = sendEvents(socket);
      const moreLog = await sendLog(socket);
      waiting ||= moreEvents || moreLog;
      return waiting;
    },
  };
}
