import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, expect, it } from "vitest";
import { compareCursors } from "@/contract/cursor.ts";
import type { Cursor, LogChunk, StampedEvent } from "@/contract/run-event.ts";
import type { ClientToServerEvents, FollowRequest, ServerToClientEvents } from "@/contract/socket.ts";
import { createRunFeed, type RunFeed } from "./run-feed.ts";

const runId = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const stamped = (step: number): StampedEvent => ({
  attempt: 1,
  offset: step * 10,
  event: { v: 1, t: step, type: "metrics", kind: "train", step, epoch: 0, values: { loss: step } },
});

/** A studio as the contract has it: what a page has not, then live. */
async function studio(events: StampedEvent[], text: string) {
  const http = createServer();
  const server = new Server<ClientToServerEvents, ServerToClientEvents>(http);
  const asked: FollowRequest[] = [];
  server.on("connection", (socket) => {
    socket.on("run:follow", (request, ack) => {
      asked.push(request);
      ack({ ok: true });
      const items = events.filter((item) => compareCursors(item, request.events) > 0);
      socket.emit("run:events", { runId, from: request.events, to: lastOf(events), items, more: false });
    });
  });
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  const address: AddressInfo | string | null = http.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  closing.push(() => server.close());
  const readLog = async (): Promise<LogChunk> => ({
    attempt: 1,
    offset: 0,
    end: text.length,
    size: text.length,
    text,
  });
  const say = (items: StampedEvent[], from: Cursor) => {
    events.push(...items);
    server.emit("run:events", { runId, from, to: lastOf(events), items, more: false });
  };
  return { server, asked, say, readLog, url: `http://127.0.0.1:${address.port}` };
}

function lastOf(events: readonly StampedEvent[]): Cursor {
  const { attempt, offset } = events.at(-1) ?? { attempt: 1, offset: 0 };
  return { attempt, offset };
}

function page(url: string, readLog: () => Promise<LogChunk>) {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(url, { reconnectionDelay: 10 });
  let pictures = 0;
  const feed = createRunFeed({
    runId,
    socket: () => socket,
    readLog,
    schedule: (run) => {
      pictures++;
      setImmediate(run);
    },
  });
  closing.push(
    () => feed.stop(),
    () => socket.close(),
  );
  feed.start();
  return { feed, socket, pictures: () => pictures };
}

const steps = (feed: RunFeed) => [...feed.events.read().record.train.place("step")];

it("reads history, goes on live and holds every point once after a lost connection", async () => {
  const { asked, say, readLog, url } = await studio([1, 2, 3].map(stamped), "a\nb\n");
  const { feed, socket } = page(url, readLog);
  await expect.poll(() => steps(feed)).toEqual([1, 2, 3]);
  expect(feed.events.read().loaded).toBe(true);
  await expect.poll(() => feed.log.read().book.lines.length).toBe(2);
  await expect.poll(() => asked.at(-1)?.log).toEqual({ attempt: 1, offset: 4 });

  say([stamped(4)], { attempt: 1, offset: 30 });
  await expect.poll(() => steps(feed)).toEqual([1, 2, 3, 4]);

  const kept = feed.events.read().record;
  socket.io.engine.close();
  await expect.poll(() => socket.connected).toBe(false);
  expect(feed.events.read().record).toBe(kept);
  say([stamped(5)], { attempt: 1, offset: 40 });
  await expect.poll(() => steps(feed)).toEqual([1, 2, 3, 4, 5]);
  expect(asked.at(-1)).toEqual({
    runId,
    events: { attempt: 1, offset: 40 },
    log: { attempt: 1, offset: 4 },
  });
});

it("asks again from its own cursor when a batch is missing", async () => {
  const { asked, say, readLog, url, server } = await studio([stamped(1)], "");
  const { feed } = page(url, readLog);
  await expect.poll(() => asked.length).toBe(2);
  await expect.poll(() => steps(feed)).toEqual([1]);
  // A batch of another stream: what lies between was never sent.
  server.emit("run:events", {
    runId: "other",
    from: lastOf([stamped(9)]),
    to: lastOf([]),
    items: [],
    more: false,
  });
  say([stamped(2), stamped(3)], { attempt: 1, offset: 20 });
  await expect.poll(() => steps(feed)).toEqual([1, 2, 3]);
  expect(asked.at(-1)?.events).toEqual({ attempt: 1, offset: 10 });
});

it("tells its readers at most once per frame", async () => {
  const { say, readLog, url } = await studio([stamped(1)], "");
  const { feed, pictures } = page(url, readLog);
  await expect.poll(() => steps(feed)).toEqual([1]);
  const before = pictures();
  for (let step = 2; step <= 200; step++) say([stamped(step)], { attempt: 1, offset: (step - 1) * 10 });
  await expect.poll(() => steps(feed).length).toBe(200);
  expect(pictures() - before).toBeLessThan(200);
});
