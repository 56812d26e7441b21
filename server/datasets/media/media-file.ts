// Owns the way from what a row says to a media file that may be shown: inside the dataset folder, links followed, of a known
// kind, of a size a browser can hold. Refuses addresses; nothing is ever fetched.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { isAbsolute, relative } from "node:path";
import { inside, isWithin } from "../../files/inside.ts";
import { StudioError } from "../../studio-error.ts";
import { mediaType } from "./media-type.ts";
import { pictureSize } from "./picture-size.ts";

const HEAD_BYTES = 256 * 1024;
const MOST_PIXELS = 100_000_000;

const refused = (message: string, hint: string) =>
  new StudioError({ code: "path.not-allowed", message, hint });

export async function mediaFile(dir: string, source: string): Promise<{ path: string; type: string }> {
  if (/^[a-z][a-z0-9+.-]*:/i.test(source))
    throw refused(
      "Only files of the dataset folder are shown; addresses are never opened.",
      "Download the file into the dataset folder and name it in the row.",
    );
  const name = isAbsolute(source) && isWithin(dir, source) ? relative(dir, source) : source;
  const path = await inside(dir, name);
  const { head, isFile } = await readHead(path);
  const type = isFile ? mediaType(head) : null;
  if (type === null)
    throw refused(
      `${name} is not a picture, video or sound file that can be shown.`,
      "PNG, JPEG, GIF, WebP, BMP, MP4, WebM, MOV, WAV, MP3, Ogg and FLAC are.",
    );
  if (type.startsWith("image/")) refuseLarge(name, head, type);
  return { path, type };
}

async function readHead(path: string): Promise<{ head: Buffer; isFile: boolean }> {
  // Never waits for a pipe, and no link that was put in its place since is followed.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(() => null);
  if (file === null) return { head: Buffer.alloc(0), isFile: false };
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return { head: Buffer.alloc(0), isFile: false };
    const head = Buffer.alloc(Math.min(HEAD_BYTES, stat.size));
    await file.read(head, 0, head.length, 0);
    return { head, isFile: true };
  } finally {
    await file.close();
  }
}

function refuseLarge(name: string, head: Buffer, type: string): void {
  const size = pictureSize(head, type);
  if (size === null)
    throw refused(`The header of ${name} does not say how large it is.`, "The file may be broken.");
  const megapixels = Math.round((size.width * size.height) / 1_000_000);
  if (size.width * size.height > MOST_PIXELS)
    throw refused(
      `${name} says it has ${size.width} × ${size.height} pixels (${megapixels} megapixels); it is not shown.`,
      `Pictures of up to ${MOST_PIXELS / 1_000_000} megapixels are. The engine may run out of memory on it too.`,
    );
}
