// Shows that pages get every event and every byte of the log once and in order, whenever they come, go or dawdle.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { connect, type Socket as NetSocket } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { RunSummary } from "../../contract/run.ts";
import type { Cursor, LogChunk, StampedEvent } from "../../contract/run-event.ts";
import type {
  Ack,
  ClientToServerEvents,
  FollowRequest,
  ServerToClientEvents,
} from "../../contract/socket.ts";
import type { HardwareSample } from "../../contract/system.ts";
import { BenchStudio } from "../runs/testing/bench-studio.ts";
import { createGateway, type Gateway } from "./gateway.ts";

const bench = new BenchStudio();
const start: Cursor = { attempt: 1, offset: 0 };
const pages: Page[] = [];
let server: Server;
let gateway: Gateway;
let reads = 0;
let allowed = true;
let sendSample: (sample: HardwareSample) => void = () => {};

beforeAll(async () => {
  await bench.open();
  server = createServer();
  gateway = createGateway({
    server,
    authorise: (_request: IncomingMessage) => allowed,
    runs: {
      ...bench.runs,
      log: (id, where) => {
        reads += 1;
        return bench.runs.log(id, where);
      },
    },
    system: {
      subscribe: (listener) => {
        sendSample = listener;
        return () => {};
      },
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  for (const page of pages.splice(0)) page.socket.close();
});
afterAll(async () => {
  gateway.close();
  server.closeAllConnections();
  server.close();
  await bench.remove();
});

function port(): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** A page as the front end is one: keeps its places and takes only what goes on from them. */
class Page {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  events = start;
  log: Cursor | null;
  items: StampedEvent[] = [];
  text = "";
  sizes: number[] = [];
  upToDate = false;
  summaries: RunSummary[] = [];
  other: unknown[] = [];

  constructor(from: { events: Cursor; log: Cursor | null } = { events: start, log: start }) {
    this.events = from.events;
    this.log = from.log;
    this.socket = io(`http://127.0.0.1:${port()}`, { transports: ["websocket"], reconnection: false });
    pages.push(this);
    this.socket.on("run:events", (batch) => {
      expect(batch.from).toEqual(this.events);
      this.events = batch.to;
      this.items.push(...batch.items);
      this.sizes.push(batch.items.length);
      this.upToDate = !batch.more;
    });
    this.socket.on("run:log", ({ chunk }) => this.#addLog(chunk));
    this.socket.on("run:summary", (run) => this.summaries.push(run));
    this.socket.on("hardware:sample", (sample) => this.other.push(sample));
    this.socket.on("library:changed", (message) => this.other.push(message));
    this.socket.on("run:removed", (message) => this.other.push(message));
  }

  #addLog(chunk: LogChunk): void {
    const next = this.log?.attempt === chunk.attempt ? this.log.offset : 0;
    expect(chunk.offset).toBe(next);
    expect(Buffer.byteLength(chunk.text)).toBe(chunk.end - chunk.offset);
    this.log = { attempt: chunk.attempt, offset: chunk.end };
    this.text += chunk.text;
  }

  follow(runId: string): Promise<Ack> {
    const request: FollowRequest = { runId, events: this.events, log: this.log };
    return new Promise((resolve) => this.socket.emit("run:follow", request, resolve));
  }

  steps(): string[] {
    return this.items.flatMap(({ attempt, event }) =>
      event.type === "metrics" ? [`attempt-${attempt} ${event.step}`] : [],
    );
  }
}
const waitFor = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 10 });

describe("following", () => {
  it("gives everything once, to who was there from the start, who comes late and who comes back", async () => {
    const { id } = await bench.create({ steps: 40, hold: 20, step_seconds: 0.003 });
    const early = new Page();
    expect(await early.follow(id)).toEqual({ ok: true });
    await waitFor(() => expect(early.steps()).toHaveLength(20));
    const leaving = new Page();
    await leaving.follow(id);
    await waitFor(() => expect(leaving.steps()).toHaveLength(20));
    leaving.socket.close();
    bench.go(id);
    await bench.reaches(id, "succeeded");
    const late = new Page();
    await late.follow(id);
    const back = new Page({ events: leaving.events, log: leaving.log });
    await back.follow(id);
    const truth = bench.truth(id);
    await waitFor(() => {
      expect(early.steps()).toEqual(truth);
      expect(late.steps()).toEqual(truth);
      expect([...leaving.steps(), ...back.steps()]).toEqual(truth);
    });
    await waitFor(() => expect(early.summaries.at(-1)?.state.status).toBe("succeeded"));
    expect(early.other).toContainEqual({ what: "models" });
  });

  it("goes on from a pause into the next attempt, log included", async () => {
    const { id } = await bench.create({ steps: 8, hold: 4 });
    const page = new Page();
    await page.follow(id);
    await bench.until(id, ({ progress }) => progress?.done === 4);
    await bench.runs.act(id, { action: "pause" });
    await bench.reaches(id, "paused");
    bench.go(id);
    await bench.runs.act(id, { action: "resume" });
    await bench.reaches(id, "succeeded");
    const logs = [1, 2].map((at) => readFileSync(bench.folder(id, `attempt-${at}`, "output.log"), "utf8"));
    await waitFor(() => {
      expect(page.steps()).toEqual(bench.truth(id));
      expect(page.text).toBe(logs.join(""));
    });
    expect(page.text).toMatch(/step 4 of 8[\s\S]*step 5 of 8/);
    expect(page.log?.attempt).toBe(2);
  });

  it("sends history in batches and says when the page is up to date, also when there is nothing", async () => {
    const { id } = await bench.create({ steps: 1100 });
    await bench.reaches(id, "succeeded");
    const page = new Page();
    await page.follow(id);
    await waitFor(() => expect(page.upToDate).toBe(true));
    expect(Math.max(...page.sizes)).toBe(1000);
    expect(page.steps()).toEqual(bench.truth(id));
    const waiting = await bench.create({ steps: 1, hold: "preparing" });
    const second = new Page();
    await second.follow(waiting.id);
    await waitFor(() => expect(second.upToDate).toBe(true));
    await bench.runs.act(waiting.id, { action: "force-stop" });
    await bench.reaches(waiting.id, "stopped");
  });

  it("cuts the log between characters", async () => {
    const { id } = await bench.create({ steps: 1 });
    await bench.reaches(id, "succeeded");
    const text = `x${"täglich 学习 🙂 ".repeat(12_000)}`;
    writeFileSync(bench.folder(id, "attempt-1", "output.log"), text);
    const page = new Page();
    await page.follow(id);
    await waitFor(() => expect(page.text.length).toBe(text.length));
    expect(page.text).toBe(text);
  });

  it("refuses what makes no sense", async () => {
    // Without types, as a stranger may write it.
    const stranger: Socket = io(`http://127.0.0.1:${port()}`, { transports: ["websocket"] });
    const ask = (request: unknown) => new Promise((resolve) => stranger.emit("run:follow", request, resolve));
    expect(await ask({ runId: "x" })).toEqual({ ok: false, code: "request.invalid" });
    const unknown = { runId: "01ARZ3NDEKTSV4RRFFQ69G5FAV", events: start, log: null };
    expect(await ask(unknown)).toEqual({ ok: false, code: "run.not-found" });
    expect(await ask({ ...unknown, events: { attempt: 0, offset: -1 } })).toEqual({
      ok: false,
      code: "request.invalid",
    });
    stranger.emit("run:follow");
    expect(await ask(null)).toEqual({ ok: false, code: "request.invalid" });
    stranger.close();
  });
});

describe("a page", () => {
  it("without a session is turned away", async () => {
    allowed = false;
    const page = new Page();
    await new Promise((resolve) => page.socket.on("connect_error", resolve));
    allowed = true;
    expect(page.socket.connected).toBe(false);
  });

  it("hears of the machine and of lists, and can be sent away", async () => {
    const page = new Page();
    await waitFor(() => expect(page.socket.connected).toBe(true));
    sendSample({
      t: 1,
      cpu: 0,
      cores: 2,
      memoryUsedBytes: 1,
      memoryTotalBytes: 2,
      diskFreeBytes: 1,
      diskTotalBytes: 2,
      gpus: [],
    });
    gateway.libraryChanged("datasets");
    await waitFor(() => expect(page.other).toHaveLength(2));
    gateway.disconnectAll();
    await waitFor(() => expect(page.socket.connected).toBe(false));
  });

  it("that does not read is not sent more than fits, and gets the rest when it reads again", async () => {
    const { id } = await bench.create({ steps: 1 });
    await bench.reaches(id, "succeeded");
    const megabytes = 48;
    writeFileSync(
      bench.folder(id, "attempt-1", "output.log"),
      `${"x".repeat(99)}\n`.repeat(megabytes * 10_000),
    );
    const { size } = await bench.runs.log(id, { attempt: 1, offset: 0, limit: 4 });
    const slow = await openRaw(port());
    reads = 0;
    slow.write(frame(`420${JSON.stringify(["run:follow", { runId: id, events: start, log: start }])}`));
    await waitFor(() => expect(reads).toBeGreaterThan(3));
    slow.pause();
    let before = -1;
    await vi.waitFor(
      () => {
        const still = before === reads;
        before = reads;
        expect(still).toBe(true);
      },
      { timeout: 30_000, interval: 300 },
    );
    const whole = Math.ceil(size / 65_536);
    expect(reads).toBeLessThan(whole / 2);
    slow.resume();
    await vi.waitFor(() => expect(reads).toBeGreaterThanOrEqual(whole), { timeout: 60_000, interval: 100 });
    slow.destroy();
  }, 90_000);
});

/** A websocket page by hand, because only a bare TCP socket can refuse to read. */
async function openRaw(at: number): Promise<NetSocket> {
  const socket = connect(at, "127.0.0.1");
  socket.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
  );
  await new Promise((resolve) => socket.once("data", resolve));
  socket.on("data", () => {});
  socket.write(frame("40"));
  return socket;
}

function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126 ? [0x81, 0x80 | body.length] : [0x81, 0xfe, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), body]);
}
