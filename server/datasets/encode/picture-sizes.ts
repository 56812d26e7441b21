// Owns the sizes of pictures of a dataset's folder, each read from its header once for as long as the file stays as it is.
// Refuses addresses and files outside the folder: null, like for what is no picture.
import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { inside, isWithin } from "../../files/inside.ts";
import { mediaType } from "../media/media-type.ts";
import { type PictureSize, pictureSize } from "../media/picture-size.ts";

/** Most headers say it at once; a JPEG may carry a preview before. */
const HEADS = [16 * 1024, 512 * 1024];
const MOST_KNOWN = 50_000;

export type PictureSizes = (dir: string, source: string) => Promise<PictureSize | null>;

export function createPictureSizes(): PictureSizes {
  const known = new Map<string, { stamp: string; size: PictureSize | null }>();
  return async (dir, source) => {
    const asked = resolve(dir, source);
    if (source.includes("\0") || !isWithin(dir, asked)) return null;
    const stats = statSync(asked, { throwIfNoEntry: false });
    if (!stats?.isFile()) return null;
    const stamp = `${stats.mtimeMs}:${stats.size}`;
    const before = known.get(asked);
    if (before?.stamp === stamp) return before.size;
    const real = await inside(dir, relative(dir, asked)).catch(() => null);
    const size = real === null ? null : readSize(real);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(asked, { stamp, size });
    return size;
  };
}

function readSize(path: string): PictureSize | null {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    for (const bytes of HEADS) {
      const head = Buffer.alloc(bytes);
      const read = head.subarray(0, readSync(file, head, 0, bytes, 0));
      const type = mediaType(read);
      const size = type === null ? null : pictureSize(read, type);
      if (type === null || size !== null) return size;
    }
    return null;
  } finally {
    closeSync(file);
  }
}
