// Owns sending a file of the user's: streamed, always as an attachment, never rendered.
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { FastifyReply } from "fastify";

/** What a download handler answers: a file that was resolved inside its allowed folder. */
export class Download {
  readonly path: string;
  readonly type: string;

  constructor(path: string, type = "application/octet-stream") {
    this.path = path;
    this.type = type;
  }
}

export async function sendDownload(reply: FastifyReply, { path, type }: Download): Promise<FastifyReply> {
  // A link put in the file's place after it was resolved is not followed.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  const { size } = await file.stat();
  return reply
    .headers({
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      "content-length": size,
    })
    .type(type)
    .send(file.createReadStream());
}
