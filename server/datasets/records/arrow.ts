// Owns reading an Arrow file (stream or file form) by rows: walks its messages, reads a record batch at a time.
// Refuses batches that would not fit into memory.
import { basename } from "node:path";
import { Message, RecordBatchReader } from "apache-arrow";
import { type ByteSource, openFile } from "./byte-source.ts";
import { LARGEST_GROUP, type TableFile } from "./table-file.ts";
import { unreadable } from "./unreadable.ts";

const CONTINUES = 0xffffffff;
const FILE_MAGIC = "ARROW1";
const LONGEST_HEAD = 16 * 1024 * 1024;

type Block = { at: number; bytes: number };
type Batch = Block & { firstRow: number; rows: number };
type Contents = { schema: Block; dictionaries: Block[]; batches: Batch[] };

async function readBlock(source: ByteSource, { at, bytes }: Block): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  if ((await source.read(buffer, at)) < bytes) throw new Error("It ends too early.");
  return buffer;
}

async function footerBytes(source: ByteSource): Promise<number> {
  return (await readBlock(source, { at: Math.max(0, source.size - 10), bytes: 4 })).readInt32LE(0);
}

/** Where the schema, the dictionaries and the batches are; only their heads are read. */
async function walk(source: ByteSource): Promise<Contents> {
  const magic = await readBlock(source, { at: 0, bytes: Math.min(8, source.size) });
  const isFile = magic.toString("latin1", 0, 6) === FILE_MAGIC;
  // Behind the messages of the file form stand a table of contents, its length and the magic word again.
  const end = isFile ? source.size - 10 - (await footerBytes(source)) : source.size;
  let at = isFile ? 8 : 0;
  let schema: Block | null = null;
  const dictionaries: Block[] = [];
  const batches: Batch[] = [];
  let firstRow = 0;
  while (at + 8 <= end) {
    const prefix = await readBlock(source, { at, bytes: 8 });
    const isMarked = prefix.readUInt32LE(0) === CONTINUES;
    const length = prefix.readInt32LE(isMarked ? 4 : 0);
    if (length === 0) break;
    const prefixBytes = isMarked ? 8 : 4;
    if (length < 0 || length > LONGEST_HEAD || at + prefixBytes + length > source.size)
      throw new Error("A message in it has an impossible length.");
    const message = Message.decode(await readBlock(source, { at: at + prefixBytes, bytes: length }));
    const block = { at, bytes: prefixBytes + length + message.bodyLength };
    if (message.bodyLength < 0 || at + block.bytes > source.size) throw new Error("It ends too early.");
    if (message.isSchema()) schema = block;
    else if (message.isDictionaryBatch()) dictionaries.push(block);
    else if (message.isRecordBatch()) {
      const rows = message.header().length;
      batches.push({ ...block, firstRow, rows });
      firstRow += rows;
    }
    at += block.bytes;
  }
  if (schema === null) throw new Error("It has no schema.");
  return { schema, dictionaries, batches };
}

export async function openArrow(path: string): Promise<TableFile> {
  const name = basename(path);
  const broken = (error: unknown) =>
    unreadable(
      `${name} cannot be read as an Arrow file.`,
      "It may be cut off or of another type; make or download it again.",
      error instanceof Error ? error.message : String(error),
    );
  const source = await openFile(path);
  try {
    const { schema, dictionaries, batches } = await walk(source);
    const last = batches.at(-1);

    async function rowsOf(batch: Batch): Promise<readonly unknown[]> {
      if (batch.bytes > LARGEST_GROUP)
        throw unreadable(
          `A record batch of ${name} is too large to be shown.`,
          "Write it with smaller batches, or as JSONL; training is not affected.",
        );
      const blocks = [];
      for (const block of [schema, ...dictionaries, batch]) blocks.push(await readBlock(source, block));
      const reader = RecordBatchReader.from(Buffer.concat(blocks));
      return [...reader].flatMap((found) => found.toArray());
    }

    return {
      rows: last ? last.firstRow + last.rows : 0,
      groups: batches,
      async read(from, to) {
        const found: unknown[] = [];
        for (const batch of batches) {
          if (batch.firstRow >= to || batch.firstRow + batch.rows <= from) continue;
          const rows = await rowsOf(batch).catch((error: unknown) => {
            throw broken(error);
          });
          found.push(...rows.slice(Math.max(0, from - batch.firstRow), to - batch.firstRow));
        }
        return found;
      },
      close: source.close,
    };
  } catch (error) {
    await source.close();
    throw broken(error);
  }
}
