// Owns the socket: who may connect, what pages may ask for, which news go to whom.
// Refuses commands (those are HTTP) and to hold back anything in memory for a page that is slow.
import type { Server as HttpServer, IncomingMessage } from "node:http";
import { Server } from "socket.io";
import type { RunSummary } from "../../contract/run.ts";
import {
  type Ack,
  type ClientToServerEvents,
  FollowRequest,
  type ServerToClientEvents,
  UnfollowRequest,
} from "../../contract/socket.ts";
import type { RunChange, RunService } from "../runs/run-service.ts";
import type { SystemService } from "../services.ts";
import { isStudioError } from "../studio-error.ts";
import { createOutbox, type Outbox } from "./outbox.ts";

const MOST_FOLLOWED = 64;
/** Rows of a run reach pages at most this often. */
const FOLD_MS = 100;
const MOST_REQUEST_BYTES = 1024 * 1024;

export type Gateway = {
  libraryChanged(what: "models" | "datasets" | "engines"): void;
  /** Ends every page's connection, after which it must show its session again. */
  disconnectAll(): void;
  close(): void;
};

export function createGateway(context: {
  server: HttpServer;
  runs: Pick<RunService, "summary" | "events" | "log" | "subscribe">;
  system: Pick<SystemService, "subscribe">;
  authorise: (request: IncomingMessage) => boolean;
}): Gateway {
  const { runs, system, authorise } = context;
  const io = new Server<ClientToServerEvents, ServerToClientEvents>(context.server, {
    serveClient: false,
    maxHttpBufferSize: MOST_REQUEST_BYTES,
    allowRequest: (request, decide) => decide(null, authorise(request)),
  });
  const outboxes = new Set<Outbox>();
  const toAll = (put: (outbox: Outbox) => void) => {
    for (const outbox of outboxes) put(outbox);
  };
  const folded = new Map<string, RunSummary>();
  let folding: NodeJS.Timeout | null = null;

  function foldSummary(run: RunSummary): void {
    folded.set(run.id, run);
    folding ??= setTimeout(() => {
      folding = null;
      const rows = [...folded.values()];
      folded.clear();
      toAll((outbox) => outbox.summaries(rows));
    }, FOLD_MS);
  }

  function onChange(change: RunChange): void {
    switch (change.type) {
      case "summary":
        foldSummary(change.run);
        break;
      case "removed":
        folded.delete(change.runId);
        toAll((outbox) => outbox.removed(change.runId));
        break;
      case "events":
      case "log":
        toAll((outbox) => outbox.grown(change.runId));
        break;
      case "library":
        toAll((outbox) => outbox.library(change.what));
        break;
    }
  }

  io.on("connection", (socket) => {
    const outbox = createOutbox(socket, runs);
    outboxes.add(outbox);
    socket.on("disconnect", () => {
      outboxes.delete(outbox);
      outbox.close();
    });
    socket.on("run:follow", (request, ack) => {
      answer(ack, () => {
        const asked = FollowRequest.safeParse(request);
        if (!asked.success) return "request.invalid";
        runs.summary(asked.data.runId);
        return outbox.follow(asked.data, MOST_FOLLOWED) ? null : "rate.limited";
      });
    });
    socket.on("run:unfollow", (request, ack) => {
      answer(ack, () => {
        const asked = UnfollowRequest.safeParse(request);
        if (!asked.success) return "request.invalid";
        outbox.unfollow(asked.data.runId);
        return null;
      });
    });
  });

  const endings = [
    runs.subscribe(onChange),
    system.subscribe((sample) => toAll((outbox) => outbox.hardware(sample))),
  ];

  return {
    libraryChanged: (what) => toAll((outbox) => outbox.library(what)),
    disconnectAll: () => {
      io.disconnectSockets(true);
    },
    close() {
      for (const end of endings) end();
      if (folding) clearTimeout(folding);
      io.disconnectSockets(true);
      // The HTTP server is not ours to close.
      io.engine.close();
    },
  };
}

/** Runs the request and answers with its outcome; a page that sends no way to answer gets none. */
function answer(ack: unknown, work: () => string | null): void {
  let result: Ack;
  try {
    const code = work();
    result = code === null ? { ok: true } : { ok: false, code };
  } catch (error) {
    result = { ok: false, code: isStudioError(error) ? error.body.code : "internal" };
  }
  if (typeof ack === "function") ack(result);
}
