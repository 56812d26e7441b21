// Owns the files on their way to the server: one after another, in pieces, taken up again where the server has them after a
// cut or a reload. Refuses React; whole uploads wait at the server until a person has confirmed them.
import type { Upload } from "@/contract/dataset.ts";
import { call, isApiFailure } from "../http.ts";
import { sendPiece } from "./send-piece.ts";
import { isMedia, type NamedFile } from "./upload-files.ts";

export type UploadState =
  | { status: "waiting" }
  | { status: "sending"; id: string; received: number; rate: number | null }
  /** The connection is cut; it is tried again by itself. */
  | { status: "cut"; id: string | null; received: number }
  | { status: "whole"; id: string }
  /** A picture, video or sound: it lies in the dataset folder, and needs no further word. */
  | { status: "placed" }
  | { status: "failed"; error: unknown };

export type UploadJob = { key: string; name: string; bytes: number; state: UploadState };

const PIECE = 8 * 1024 * 1024;
const RETRY_MS = 2500;

type Entry = { job: UploadJob; file: File; dir: string | undefined; stop: AbortController };

export function createUploadQueue(parts: { onFirst: () => void; onWhole: () => void }) {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  let jobs: readonly UploadJob[] = [];
  let working = false;
  let count = 0;

  function publish(): void {
    jobs = [...entries.values()].map(({ job }) => job);
    for (const listener of listeners) listener();
  }

  function set(key: string, state: UploadState): void {
    const entry = entries.get(key);
    if (!entry) return;
    entry.job = { ...entry.job, state };
    publish();
  }

  /** The server may have a beginning of this very file, from before a reload. */
  async function begin({ job, file, stop }: Entry): Promise<Upload> {
    const known = await call("uploads", {}, stop.signal);
    const held = new Set(jobs.flatMap(({ state }) => ("id" in state && state.id ? [state.id] : [])));
    const found = known.find(
      (each) => each.name === job.name && each.bytes === job.bytes && !held.has(each.id),
    );
    return found ?? call("beginUpload", { body: { name: job.name, bytes: file.size } }, stop.signal);
  }

  async function received(id: string, signal: AbortSignal): Promise<number | null> {
    return (await call("uploads", {}, signal)).find((each) => each.id === id)?.received ?? null;
  }

  async function send(entry: Entry): Promise<void> {
    const { file, stop } = entry;
    const { key } = entry.job;
    let upload: { id: string; received: number } | null = null;
    let rate: number | null = null;
    while (upload === null || upload.received < file.size) {
      try {
        if (upload === null) upload = await begin(entry);
        else if (entry.job.state.status === "cut") {
          const at = await received(upload.id, stop.signal);
          upload = at === null ? await begin(entry) : { id: upload.id, received: at };
        }
        set(key, { status: "sending", id: upload.id, received: upload.received, rate });
        if (upload.received >= file.size) break;
        const began = performance.now();
        const from = upload.received;
        upload = await sendPiece(upload.id, from, file.slice(from, from + PIECE), stop.signal);
        const now = (upload.received - from) / Math.max(0.001, (performance.now() - began) / 1000);
        rate = rate === null ? now : rate * 0.7 + now * 0.3;
      } catch (error) {
        if (stop.signal.aborted || !isApiFailure(error) || (error.body !== null && error.status < 500))
          throw error;
        set(key, { status: "cut", id: upload?.id ?? null, received: upload?.received ?? 0 });
        await retryTime(stop.signal);
      }
    }
    if (isMedia(entry.job.name)) {
      await call("finishUpload", { params: { id: upload.id }, query: { dir: entry.dir } }, stop.signal);
      set(key, { status: "placed" });
    } else set(key, { status: "whole", id: upload.id });
    parts.onWhole();
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    window.addEventListener("beforeunload", warn);
    for (;;) {
      const next = [...entries.values()].find(({ job }) => job.state.status === "waiting");
      if (!next) break;
      try {
        await send(next);
      } catch (error) {
        if (!next.stop.signal.aborted) set(next.job.key, { status: "failed", error });
      }
    }
    window.removeEventListener("beforeunload", warn);
    working = false;
  }

  return {
    jobs: () => jobs,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** `dir` is the dataset folder that media go to, the home's own when left out. */
    add(files: readonly NamedFile[], dir: string | undefined) {
      for (const { file, name } of files) {
        const key = String(++count);
        const job: UploadJob = { key, name, bytes: file.size, state: { status: "waiting" } };
        entries.set(key, { job, file, dir, stop: new AbortController() });
      }
      publish();
      parts.onFirst();
      void work();
    },
    /** Ends the sending and tells the server to forget the bytes. */
    async cancel(key: string) {
      const entry = entries.get(key);
      if (!entry) return;
      entry.stop.abort();
      entries.delete(key);
      publish();
      const { state } = entry.job;
      if ("id" in state && state.id) await call("cancelUpload", { params: { id: state.id } });
    },
    /** Takes it off the list of this page only: it is registered, or has failed. */
    drop(id: string) {
      for (const [key, { job }] of entries)
        if (key === id || ("id" in job.state && job.state.id === id)) entries.delete(key);
      publish();
    },
    retry(key: string) {
      set(key, { status: "waiting" });
      void work();
    },
  };
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** After a while, or as soon as the browser says that the network is back. */
function retryTime(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, RETRY_MS);
    window.addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
