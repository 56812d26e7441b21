// Owns the scans under way and the last results: one of a kind per dataset at a time, each can be looked at and cancelled.
import { ulid } from "ulid";
import type { Scan, ScanRequest, ScanResult } from "../../../contract/dataset-scan.ts";
import { isStudioError, StudioError } from "../../studio-error.ts";
import { createThreadedScan } from "./run-scan.ts";
import type { RunScan, ScanParts, ScanProgress, ScanSource, Scans } from "./scan-source.ts";

const KEPT = 50;

type Entry = {
  scan: Scan;
  request: ScanRequest;
  read: () => ScanResult | null;
  abort: AbortController;
  ended: Promise<void>;
};

/** `tokens`: what encodes rows for a model, where an engine is at hand. */
export function createScans(parts: ScanParts, tokens: RunScan<"tokens"> | null = null): Scans {
  const entries = new Map<string, Entry>();
  const threaded = createThreadedScan(parts);

  function run(source: ScanSource, request: ScanRequest, progress: ScanProgress, signal: AbortSignal) {
    if (request.kind !== "tokens") return threaded(source, request, progress, signal);
    if (tokens !== null) return tokens(source, request, progress, signal);
    throw new StudioError({ code: "engine.not-ready", message: "No engine is there to encode rows." });
  }

  async function start(name: string, dir: string | undefined, request: ScanRequest): Promise<Scan> {
    const source = await parts.open(name, dir);
    const same = running(source, request);
    if (same !== undefined) {
      if (JSON.stringify(same.request) === JSON.stringify(request)) {
        await source.reader.close();
        return shown(same);
      }
      same.abort.abort();
      await same.ended;
    }
    const abort = new AbortController();
    const entry: Entry = {
      scan: {
        id: ulid(),
        kind: request.kind,
        dir: source.dir,
        dataset: source.name,
        state: { status: "running" },
        done: 0,
        total: 0,
        startedAt: Date.now(),
        etaMs: null,
        result: null,
      },
      request,
      read: () => null,
      abort,
      ended: Promise.resolve(),
    };
    entries.set(entry.scan.id, entry);
    entry.ended = follow(entry, source, request);
    forgetOldest();
    return shown(entry);
  }

  async function follow(entry: Entry, source: ScanSource, request: ScanRequest): Promise<void> {
    const { scan, abort } = entry;
    const progress: ScanProgress = (done, total, read) => {
      scan.done = done;
      scan.total = total;
      const spent = Date.now() - scan.startedAt;
      scan.etaMs = done === 0 ? null : Math.round((spent * (total - done)) / done);
      entry.read = read;
    };
    try {
      const result = await run(source, request, progress, abort.signal);
      entry.read = () => result;
      scan.state = { status: "done" };
      scan.done = scan.total;
    } catch (error) {
      scan.state = abort.signal.aborted ? { status: "cancelled" } : failed(error);
    } finally {
      scan.etaMs = null;
      // What is known at the end is kept; what it was made of is not.
      const result = entry.read();
      entry.read = () => result;
      await source.reader.close();
    }
  }

  function running(source: ScanSource, request: ScanRequest): Entry | undefined {
    return [...entries.values()].find(
      ({ scan, request: other }) =>
        scan.state.status === "running" &&
        scan.kind === request.kind &&
        scan.dir === source.dir &&
        scan.dataset === source.name &&
        !(request.kind === "rewrite" && other.kind === "rewrite" && other.as !== request.as),
    );
  }

  function forgetOldest(): void {
    for (const [id, { scan }] of entries) {
      if (entries.size <= KEPT) return;
      if (scan.state.status !== "running") entries.delete(id);
    }
  }

  function find(id: string): Entry {
    const entry = entries.get(id);
    if (entry !== undefined) return entry;
    throw new StudioError({
      code: "scan.not-found",
      message: "There is no such scan.",
      reason: "Results are kept while the server runs, the last fifty of them.",
      hint: "Start it again.",
    });
  }

  return {
    start,
    get: (id) => shown(find(id)),
    async cancel(id) {
      const entry = find(id);
      entry.abort.abort();
      await entry.ended;
      return shown(entry);
    },
    async close() {
      for (const { abort } of entries.values()) abort.abort();
      await Promise.all([...entries.values()].map(({ ended }) => ended));
    },
  };
}

function shown({ scan, read }: Entry): Scan {
  return { ...scan, result: read() };
}

function failed(error: unknown): Scan["state"] {
  if (isStudioError(error)) {
    const { message, hint } = error.body;
    return { status: "failed", message, ...(hint !== undefined && { hint }) };
  }
  return { status: "failed", message: error instanceof Error ? error.message : String(error) };
}
