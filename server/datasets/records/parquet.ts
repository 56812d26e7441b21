// Owns reading a parquet file by rows, a row group at a time. Refuses groups that would not fit into memory.
import { basename } from "node:path";
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { openFile } from "./byte-source.ts";
import { LARGEST_GROUP, type TableFile } from "./table-file.ts";
import { unreadable } from "./unreadable.ts";

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

export async function openParquet(path: string): Promise<TableFile> {
  const name = basename(path);
  const broken = (error: unknown) =>
    unreadable(
      `${name} cannot be read as a parquet file.`,
      "It may be cut off or of another type; make or download it again.",
      error instanceof Error ? error.message : String(error),
    );
  const source = await openFile(path);
  const file: AsyncBuffer = {
    byteLength: source.size,
    async slice(start, end = source.size) {
      const length = Math.min(end, source.size) - start;
      if (start < 0 || length < 0 || length > LARGEST_GROUP)
        throw new Error("It names a place that is not in the file.");
      const bytes = new ArrayBuffer(length);
      const read = await source.read(Buffer.from(bytes), start);
      if (read < length) throw new Error("It ends too early.");
      return bytes;
    },
  };
  try {
    const metadata = await parquetMetadataAsync(file);
    let firstRow = 0;
    const groups = metadata.row_groups.map(({ num_rows, total_byte_size }) => {
      const group = { firstRow, rows: Number(num_rows), bytes: Number(total_byte_size) };
      firstRow += group.rows;
      return group;
    });
    return {
      rows: firstRow,
      groups,
      async read(from, to) {
        const large = groups.find(
          (group) => group.bytes > LARGEST_GROUP && group.firstRow < to && group.firstRow + group.rows > from,
        );
        if (large)
          throw unreadable(
            `A row group of ${name} holds ${megabytes(large.bytes)}, more than can be shown.`,
            "Write it with smaller row groups, or as JSONL; training is not affected.",
          );
        return parquetReadObjects({
          file,
          metadata,
          compressors,
          rowStart: from,
          rowEnd: to,
          utf8: false,
          useOffsetIndex: true,
        }).catch((error: unknown) => {
          throw broken(error);
        });
      },
      close: source.close,
    };
  } catch (error) {
    await source.close();
    throw broken(error);
  }
}
