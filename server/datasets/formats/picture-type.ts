// Owns telling from the first bytes whether they begin a picture that Pillow opens.

const SIGNATURES: readonly [string, string, number?][] = [
  ["jpeg", "\xff\xd8\xff"],
  ["png", "\x89PNG\r\n"],
  ["gif", "GIF8"],
  ["webp", "WEBP", 8],
  ["bmp", "BM"],
  ["tiff", "II*\0"],
  ["tiff", "MM\0*"],
  ["avif", "ftyp", 4],
  ["jpeg2000", "\0\0\0\x0cjP"],
  ["jpeg2000", "\xff\x4f\xff\x51"],
  ["ico", "\0\0\x01\0"],
  ["psd", "8BPS"],
  ["dds", "DDS "],
  ["qoi", "qoif"],
];

export function pictureType(head: Uint8Array): string | null {
  const text = String.fromCharCode(...head.subarray(0, 32));
  const found = SIGNATURES.find(([, signature, at = 0]) => text.startsWith(signature, at));
  if (found !== undefined) return found[0];
  return /^P[1-7]\s/.test(text) ? "pnm" : null;
}
