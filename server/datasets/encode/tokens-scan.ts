// Owns counting the tokens of a whole set, or of rows taken evenly over it, through the engine's own code.
// Refuses to keep the engine busy: pieces are small, so that other questions come through between them.
import type { FileRecord, RecordReader } from "../record-file.ts";
import type { RunScan } from "../scans/scan-source.ts";
import { valueOfRecord } from "./encode-row.ts";
import { createEncoder, type EncodingEngines, type RowFigures } from "./encoder.ts";
import { createTokenTotal } from "./token-total.ts";

/** What one question to the engine is to take. */
const WANTED_MS = 120;
const FIRST_ROWS = 4;
const MOST_ROWS = 512;
const PIECE_BYTES = 2 * 1024 * 1024;
const ROW_BYTES = 8 * 1024 * 1024;
/** Rows further apart than this are read one by one. */
const FAR_APART = 8;

export function createTokensScan(engines: EncodingEngines, home: string): RunScan<"tokens"> {
  return async (source, { settings, sample }, progress, signal) => {
    const encoder = await createEncoder(engines, source, settings, home);
    const { rows: of } = await source.reader.indexed();
    const wanted = Math.min(of, sample ?? of);
    const total = createTokenTotal(of);
    const report = (done: number) => progress(done, wanted, total.result);
    report(0);
    // Loads the model's tokenizer, or says why it cannot.
    await encoder.detail([]);
    let count = FIRST_ROWS;
    for (let done = 0; done < wanted; ) {
      signal.throwIfAborted();
      const places = Array.from({ length: Math.min(count, wanted - done) }, (_, at) =>
        Math.floor(((done + at) * of) / wanted),
      );
      const records = await readPlaces(source.reader, places);
      const begun = performance.now();
      for (const [row, figures] of await figuresOf(records, encoder.figures)) total.add(row, figures);
      const took = performance.now() - begun;
      done += places.length;
      count = Math.min(MOST_ROWS, Math.max(1, Math.round(places.length * clamp(WANTED_MS / took))));
      report(done);
    }
    return total.result();
  };
}

/** No faster than by half or double, so that one odd row does not decide. */
const clamp = (ratio: number) => Math.min(2, Math.max(0.5, ratio));

async function readPlaces(reader: RecordReader, places: readonly number[]): Promise<FileRecord[]> {
  const limits = { recordBytes: ROW_BYTES, totalBytes: ROW_BYTES * 2, cutBytes: 0 };
  const [first = 0] = places;
  const span = (places.at(-1) ?? first) - first + 1;
  if (span > places.length * FAR_APART) {
    const read = await Promise.all(places.map((place) => reader.read(place, 1, limits)));
    return read.flat();
  }
  const wanted = new Set(places);
  const records = (await reader.read(first, span, limits)).filter(({ row }) => wanted.has(row));
  return Promise.all(
    records.map(async (record) => {
      const isBeyond = record.cut && record.bytes <= ROW_BYTES;
      return (isBeyond ? (await reader.read(record.row, 1, limits))[0] : record) ?? record;
    }),
  );
}

async function figuresOf(
  records: readonly FileRecord[],
  ask: (rows: readonly unknown[]) => Promise<RowFigures[]>,
): Promise<[number, RowFigures][]> {
  const found: [number, RowFigures][] = [];
  let asked: { row: number; value: unknown }[] = [];
  let bytes = 0;
  const flush = async () => {
    const answers = await ask(asked.map(({ value }) => value));
    for (const [at, figures] of answers.entries()) found.push([asked[at]?.row ?? 0, figures]);
    asked = [];
    bytes = 0;
  };
  for (const record of records) {
    // A row of many megabytes is no example that anybody trains on; it is left out of the figures.
    if (record.cut) continue;
    const read = valueOfRecord(record);
    if ("problem" in read) {
      found.push([record.row, { status: "dropped", reason: read.problem }]);
      continue;
    }
    asked.push({ row: record.row, value: read.value });
    bytes += record.bytes;
    if (bytes > PIECE_BYTES) await flush();
  }
  await flush();
  return found;
}
