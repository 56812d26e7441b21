// Owns sending a file of the user's: streamed, as an attachment that is never rendered, or as media for the page to show.
// Refuses to tell a browser more than one type for it, and to follow links.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { FastifyReply } from "fastify";

type Disposition = "attachment" | "inline";

/** What a download handler answers: a file that was resolved inside its allowed folder. */
export class Download {
  readonly path: string;
  readonly type: string;
  readonly disposition: Disposition;

  /** `inline` only for a type that was found in the bytes and cannot run anything. */
  constructor(path: string, type = "application/octet-stream", disposition: Disposition = "attachment") {
    this.path = path;
    this.type = type;
    this.disposition = disposition;
  }
}

type Part = { start: number; end: number };

/** The one part a player asks for; null for the whole file, "none" where there are no such bytes. */
export function partOf(range: string | undefined, size: number): Part | "none" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end && start < size ? { start, end } : "none";
}

export async function sendDownload(reply: FastifyReply, download: Download): Promise<FastifyReply> {
  const { path, type, disposition } = download;
  // A link put in the file's place after it was resolved is not followed.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const { size } = await file.stat();
  const part = disposition === "inline" ? partOf(reply.request.headers.range, size) : null;
  reply
    .headers({
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      "x-content-type-options": "nosniff",
      ...(disposition === "inline" && { "accept-ranges": "bytes" }),
    })
    .type(type);
  if (part === "none") {
    await file.close();
    return reply.status(416).header("content-range", `bytes */${size}`).send();
  }
  if (part === null) return reply.header("content-length", size).send(file.createReadStream());
  const { start, end } = part;
  return reply
    .status(206)
    .headers({ "content-length": end - start + 1, "content-range": `bytes ${start}-${end}/${size}` })
    .send(file.createReadStream({ start, end }));
}
