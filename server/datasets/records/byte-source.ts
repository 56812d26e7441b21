// Owns bytes that can be read at any place: of a file, or of a text that somebody pasted. Refuses to know what they mean.
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { unreadable } from "./unreadable.ts";

export interface ByteSource {
  readonly size: number;
  /** Fills `into` from `position` on; answers how much there was. */
  read(into: Buffer, position: number): Promise<number>;
  close(): Promise<void>;
}

export async function openFile(path: string): Promise<ByteSource> {
  const handle = await open(path, "r").catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw unreadable(
      `${basename(path)} cannot be opened.`,
      "It may have been moved, or belong to somebody else.",
      why,
    );
  });
  try {
    const { size } = await handle.stat();
    return {
      size,
      read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

export function textSource(text: string): ByteSource {
  const bytes = Buffer.from(text);
  return {
    size: bytes.length,
    read: async (into, position) => bytes.copy(into, 0, position),
    close: async () => {},
  };
}
