// Owns the width and height a picture says it has, from its header alone. Refuses to decode it.

export type PictureSize = { width: number; height: number };

const JPEG_SIZE_MARKERS = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

function jpegSize(head: Buffer): PictureSize | null {
  for (let at = 2; at + 9 <= head.length; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (JPEG_SIZE_MARKERS.has(marker))
      return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    else at += 2 + head.readUInt16BE(at + 2);
  }
  return null;
}

function webpSize(head: Buffer): PictureSize | null {
  switch (head.toString("latin1", 12, 16)) {
    case "VP8X":
      return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
    case "VP8L": {
      const bits = head.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

/** Null where the header does not say within `head`. */
export function pictureSize(head: Buffer, type: string): PictureSize | null {
  try {
    switch (type) {
      case "image/png":
        return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
      case "image/gif":
        return { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
      case "image/bmp":
        return { width: Math.abs(head.readInt32LE(18)), height: Math.abs(head.readInt32LE(22)) };
      case "image/webp":
        return webpSize(head);
      case "image/jpeg":
        return jpegSize(head);
      default:
        return null;
    }
  } catch (error) {
    // The file ends before its header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
