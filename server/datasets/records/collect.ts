// Owns taking records out of a stream of bytes while it goes by. Holds one piece of the file and the record under way,
// of which at most a limit is kept. Refuses to decode.
import type { ByteSource } from "./byte-source.ts";
import type { RecordScanner } from "./scanner.ts";

/** `bytes` is all of the record, or its beginning when `size` is larger. It is only valid until the next piece is read. */
export type RawRecord = {
  bytes: Buffer;
  size: number;
  /** The file ended before the record did, or right behind it. */
  isUnended: boolean;
  torn: string | null;
};

type Piece = { from: number; to: number; firstPiece: number; largestPiece: number; recordBytes: number };

/** The records of one piece of the file after the other; a piece without an end of a record gives an empty list. */
export async function* collect(
  source: ByteSource,
  scanner: RecordScanner,
  { from, to, firstPiece, largestPiece, recordBytes }: Piece,
): AsyncGenerator<RawRecord[]> {
  const end = Math.min(to, source.size);
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  let buffer = Buffer.allocUnsafe(Math.min(firstPiece, Math.max(1, end - from)));

  for (let at = from; at < end; ) {
    const read = await source.read(buffer.subarray(0, Math.min(buffer.length, end - at)), at);
    if (read === 0) break;
    const chunk = buffer.subarray(0, read);
    const records: RawRecord[] = [];
    const take = (start: number, stop: number) => {
      const own = chunk.subarray(Math.max(0, start - at), Math.max(0, stop - at));
      const bytes = start < at ? Buffer.concat([...carried, own]) : own;
      records.push({
        bytes: bytes.subarray(0, recordBytes),
        size: stop - start,
        isUnended: false,
        torn: null,
      });
      carried = [];
      carriedBytes = 0;
    };
    scanner.feed(chunk, at, take);
    yield records;

    const open = scanner.open();
    if (open === null) {
      carried = [];
      carriedBytes = 0;
    } else if (carriedBytes < recordBytes) {
      const rest = chunk.subarray(Math.max(0, open - at)).subarray(0, recordBytes - carriedBytes);
      carried.push(Buffer.from(rest));
      carriedBytes += rest.length;
    }
    at += read;
    if (buffer.length < largestPiece) buffer = Buffer.allocUnsafe(Math.min(largestPiece, buffer.length * 4));
  }

  if (to < source.size) return;
  const last: { bytes: Buffer; size: number }[] = [];
  const torn = scanner.finish(end, (start, stop) => {
    last.push({ bytes: Buffer.concat(carried).subarray(0, recordBytes), size: stop - start });
  });
  yield last.map((record) => ({ ...record, isUnended: true, torn }));
}
