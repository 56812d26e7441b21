// Owns making a new dataset out of an old one: pieces aside, then one file under its name, then the entry in the list.
// Refuses to write over anything; what is not finished is removed.
import { createReadStream, createWriteStream } from "node:fs";
import { access, link, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { DatasetDefinition, MediaKind } from "../../../contract/dataset.ts";
import type { RewriteResult, ScanRequest } from "../../../contract/dataset-scan.ts";
import { StudioError } from "../../studio-error.ts";
import { fixDefinition } from "../formats/fixes.ts";
import { formatById, traitsOf } from "../formats/index.ts";
import { mediaColumn, mediaKinds } from "../formats/media-marks.ts";
import type { RewritePiece } from "./rewrite-piece.ts";
import type { ScanParts } from "./scan-source.ts";

type Request = Extract<ScanRequest, { kind: "rewrite" }>;

const WORKPLACE = ".anneal-rewrite-";
const SOURCES = [
  "hf_hub_url",
  "ms_hub_url",
  "om_hub_url",
  "script_url",
  "cloud_file_name",
  "subset",
  "folder",
];

export function fileNameOf({ as }: Request): string {
  return `${as}.jsonl`;
}

/** What the rows of the new dataset are written for. */
export function newDefinition(definition: DatasetDefinition, request: Request): DatasetDefinition {
  const fixed = fixDefinition(definition, new Set(request.fixes));
  if (request.format !== undefined) return formatById(request.format).define(traitsOf(fixed));
  const kept = Object.entries(fixed).filter(
    ([key]) => !SOURCES.includes(key) && !["split", "file_name"].includes(key),
  );
  return Object.fromEntries(kept);
}

/** A rewrite to sharegpt is what mends the sentence that `formatting: openai` adds. */
export function withImpliedFormat(definition: DatasetDefinition, request: Request): Request {
  const mends = request.fixes.includes("definition.openai") && definition.formatting === "openai";
  return mends && request.format === undefined ? { ...request, format: "sharegpt" } : request;
}

export async function refuseTaken(
  dir: string,
  request: Request,
  isTaken: ScanParts["isTaken"],
): Promise<void> {
  const name = fileNameOf(request);
  const isThere = await access(join(dir, name)).then(
    () => true,
    () => false,
  );
  if (isThere) throw taken(`a file ${name}`);
  if (await isTaken(request.as, dir)) throw taken(`a dataset ${request.as}`);
}

function taken(what: string): StudioError {
  return new StudioError({
    code: "dataset.name-taken",
    message: `There is ${what} in the folder already.`,
    hint: "Choose another name; nothing is written over.",
  });
}

/** Beside the target, so that the last step is a rename. Leftovers of processes that ended are removed. */
export async function makeWorkplace(dir: string): Promise<string> {
  const names = await readdir(dir);
  for (const name of names.filter((each) => each.startsWith(WORKPLACE))) {
    const owner = Number(name.slice(WORKPLACE.length).split("-")[0]);
    if (!isAlive(owner)) await rm(join(dir, name), { recursive: true, force: true });
  }
  return mkdtemp(join(dir, `${WORKPLACE}${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

export function createRewriteTotal(request: Request, dir: string) {
  const pieces: (RewritePiece | undefined)[] = [];
  const known = () => pieces.filter((piece) => piece !== undefined);

  return {
    add(piece: RewritePiece, index: number): void {
      pieces[index] = piece;
    },
    /** One file of all pieces in order, under its name; the path of it. */
    async finish(folder: string, signal: AbortSignal): Promise<string> {
      const whole = join(folder, "whole");
      await (await open(whole, "wx", 0o600)).close();
      for (const { file } of known()) {
        await pipeline(createReadStream(file), createWriteStream(whole, { flags: "a" }), { signal });
        await rm(file);
      }
      const handle = await open(whole, "r+");
      await handle.sync().finally(() => handle.close());
      signal.throwIfAborted();
      const path = join(dir, fileNameOf(request));
      await putInPlace(whole, path, fileNameOf(request));
      return path;
    },
    /** Only what the rows hold: columns of media that none has would only confuse. */
    definition(planned: DatasetDefinition): DatasetDefinition {
      const met = new Set<MediaKind>(known().flatMap(({ media }) => media));
      const unused = mediaKinds.filter((kind) => !met.has(kind)).map((kind) => mediaColumn[kind]);
      const isTranslated = request.format !== undefined;
      const columns = Object.entries(planned.columns ?? {}).filter(
        ([name]) => !(isTranslated && unused.some((column) => column === name)),
      );
      return {
        file_name: fileNameOf(request),
        ...planned,
        ...(planned.columns !== undefined && { columns: Object.fromEntries(columns) }),
      };
    },
    result(): RewriteResult {
      const sum = (read: (piece: RewritePiece) => number) =>
        known().reduce((total, piece) => total + read(piece), 0);
      const lost = new Map<string, number>();
      for (const [what, rows] of known().flatMap((piece) => Object.entries(piece.lost)))
        lost.set(what, (lost.get(what) ?? 0) + rows);
      return {
        kind: "rewrite",
        dataset: request.as,
        file: fileNameOf(request),
        written: sum((piece) => piece.written),
        changed: sum((piece) => piece.changed),
        dropped: sum((piece) => piece.dropped),
        lost: [...lost].map(([what, rows]) => ({ what, rows })).sort((a, b) => b.rows - a.rows),
      };
    },
  };
}

/** A link fails where a file is; where links are not to be had, one looks first. */
async function putInPlace(from: string, to: string, name: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const isThere =
      code === "EEXIST" ||
      (await access(to).then(
        () => true,
        () => false,
      ));
    if (isThere) throw taken(`a file ${name}`);
    await rename(from, to);
  }
}
