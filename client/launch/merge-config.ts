// Owns putting a piece of a config into a whole one. Refuses to empty a key: one without a value leaves what is there.
import type { ConfigDocument } from "@/contract/config-document.ts";
import type { ConfigRoles } from "@/contract/engine.ts";
import type { ConfigChanges } from "./config-store.ts";

type Reader = Pick<ConfigDocument, "keys" | "get">;

/** Cannot be trained alone: it names no model, or no data. */
export function isPiece(doc: Reader, { model, datasets }: ConfigRoles): boolean {
  return [model, datasets].some((key) => doc.get(key) === undefined || doc.get(key) === null);
}

export function pieceChanges(piece: Reader): ConfigChanges {
  return Object.fromEntries(
    piece.keys.flatMap((key) => {
      const value = piece.get(key);
      return value === undefined || value === null ? [] : [[key, value]];
    }),
  );
}
