// Owns judging base64 in a row: whether it is base64, and whether a picture begins there.
import type { MediaKind } from "../../../contract/dataset.ts";
import { pictureType } from "./picture-type.ts";

const HEAD = 64;

export function base64Fault(text: string, kind: MediaKind): string | null {
  const comma = text.startsWith("data:") ? text.indexOf(",") : -1;
  const body = text.slice(comma + 1).replace(/\s+/g, "");
  if (body === "") return "it is empty";
  if (body.length % 4 !== 0) return "its length is not a multiple of four, so it breaks off";
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body)) return "it holds other characters";
  if (kind !== "image") return null;
  const head = Uint8Array.from(atob(body.slice(0, HEAD)), (char) => char.charCodeAt(0));
  return pictureType(head) === null ? "no picture begins there" : null;
}
