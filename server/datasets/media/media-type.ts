// Owns which files are shown as pictures, video or sound: by their first bytes, from a fixed list, never by name.
// Refuses SVG, HTML and everything else a browser could run.

type Signature = { type: string; at: number; bytes: string; also?: { at: number; bytes: RegExp } };

const SIGNATURES: readonly Signature[] = [
  { type: "image/png", at: 0, bytes: "\u0089PNG\r\n\u001a\n" },
  { type: "image/jpeg", at: 0, bytes: "\u00ff\u00d8\u00ff" },
  { type: "image/gif", at: 0, bytes: "GIF8" },
  { type: "image/webp", at: 0, bytes: "RIFF", also: { at: 8, bytes: /^WEBP/ } },
  { type: "image/bmp", at: 0, bytes: "BM", also: { at: 6, bytes: /^\0\0\0\0/ } },
  { type: "video/quicktime", at: 4, bytes: "ftypqt" },
  { type: "audio/mp4", at: 4, bytes: "ftypM4A" },
  {
    type: "video/mp4",
    at: 4,
    bytes: "ftyp",
    also: { at: 8, bytes: /^(isom|iso\d|mp4\d|avc1|M4V|dash|MSNV|3gp)/ },
  },
  { type: "video/webm", at: 0, bytes: "\u001aE\u00df\u00a3" },
  { type: "audio/wav", at: 0, bytes: "RIFF", also: { at: 8, bytes: /^WAVE/ } },
  { type: "audio/mpeg", at: 0, bytes: "ID3" },
  { type: "audio/ogg", at: 0, bytes: "OggS" },
  { type: "audio/flac", at: 0, bytes: "fLaC" },
];

/** `head`: at least the first 32 bytes. */
export function mediaType(head: Buffer): string | null {
  const text = head.toString("latin1", 0, 32);
  const found = SIGNATURES.find(
    ({ at, bytes, also }) =>
      text.startsWith(bytes, at) && (also === undefined || also.bytes.test(text.slice(also.at))),
  );
  if (found) return found.type;
  // A frame of MP3 without a tag before it: eleven bits set, a layer, a bit rate.
  const [first = 0, second = 0, third = 0] = head;
  const isFrame = first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x06) === 0x02;
  return isFrame && (third & 0xf0) !== 0xf0 ? "audio/mpeg" : null;
}
