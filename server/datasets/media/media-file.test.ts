// Shows that nothing but media of the dataset folder is ever shown, whatever a row says.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mediaFile } from "./media-file.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-media-"));
const dir = join(base, "data");
mkdirSync(join(dir, "pictures 'a' 中"), { recursive: true });
afterAll(() => rmSync(base, { recursive: true }));

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
const latin = (text: string) => Buffer.concat([Buffer.from(text, "latin1"), Buffer.alloc(64)]);
const jpeg = Buffer.from("ffd8ffe000044a46ffc0001108021003200301", "hex");
const write = (name: string, bytes: string | Buffer) => writeFileSync(join(dir, name), bytes);

describe("media of a dataset", () => {
  it.each([
    ["pictures 'a' 中/1 2.png", png(800, 600), "image/png"],
    ["named.txt", png(1, 1), "image/png"],
    ["a.jpg", jpeg, "image/jpeg"],
    ["a.gif", latin("GIF89a\x10\0\x10\0"), "image/gif"],
    ["a.webp", latin("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x0f\0\0"), "image/webp"],
    ["a.mp4", latin("\0\0\0\x20ftypisom"), "video/mp4"],
    ["a.mov", latin("\0\0\0\x14ftypqt  "), "video/quicktime"],
    ["a.webm", latin("\x1aE\xdf\xa3"), "video/webm"],
    ["a.wav", latin("RIFF\0\0\0\0WAVEfmt "), "audio/wav"],
    ["a.mp3", latin("ID3\x04"), "audio/mpeg"],
    ["bare.mp3", latin("\xff\xfb\x90\x64"), "audio/mpeg"],
    ["a.ogg", latin("OggS"), "audio/ogg"],
    ["a.flac", latin("fLaC"), "audio/flac"],
  ])("%s is shown as what its bytes are", async (name, bytes, type) => {
    write(name, bytes);
    expect(await mediaFile(dir, name)).toEqual({ path: join(dir, name), type });
    expect(await mediaFile(dir, join(dir, name))).toEqual({ path: join(dir, name), type });
  });

  it("follows links that stay inside, and none that lead out", async () => {
    write("in.png", png(1, 1));
    writeFileSync(join(base, "secret.png"), png(1, 1));
    mkdirSync(join(base, "data-secret"));
    writeFileSync(join(base, "data-secret", "a.png"), png(1, 1));
    symlinkSync("in.png", join(dir, "link.png"));
    symlinkSync(join(base, "secret.png"), join(dir, "out.png"));
    symlinkSync(join(base, "data-secret"), join(dir, "out"));
    expect((await mediaFile(dir, "link.png")).path).toBe(join(dir, "in.png"));
    const outside = [
      "out.png",
      "out/a.png",
      "../secret.png",
      join(base, "secret.png"),
      "../data-secret/a.png",
    ];
    for (const name of [...outside, "/etc/passwd", "in.png\0.txt", "..\\secret.png"])
      await expect(mediaFile(dir, name), name).rejects.toMatchObject({ body: { code: "path.not-allowed" } });
  });

  it("never fetches an address", async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked += 1;
      answer.end(png(1, 1));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const addresses = [
      `http://127.0.0.1:${port}/a.png`,
      "http://169.254.169.254/latest/meta-data/",
      `file://${dir}/in.png`,
      "data:image/svg+xml,<svg/>",
      "FTP://example.org/a.png",
    ];
    for (const source of addresses)
      await expect(mediaFile(dir, source), source).rejects.toMatchObject({
        body: { code: "path.not-allowed" },
      });
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toBe(0);
  });

  it.each([
    ["a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["svg.png", "<?xml version='1.0'?><svg/>"],
    ["page.png", "<!doctype html><script>alert(1)</script>"],
    ["page.mp3", "<html>"],
    ["a.pdf", "%PDF-1.7"],
    ["rows.jsonl", '{"a": 1}'],
    ["empty.png", ""],
  ])("%s is not shown", async (name, text) => {
    write(name, text);
    await expect(mediaFile(dir, name)).rejects.toMatchObject({ body: { code: "path.not-allowed" } });
  });

  it("does not show a picture that would fill the memory, nor one that does not say how large it is", async () => {
    write("bomb.png", png(65_000, 65_000));
    await expect(mediaFile(dir, "bomb.png")).rejects.toMatchObject({
      body: { message: expect.stringContaining("65000 × 65000 pixels (4225 megapixels)") },
    });
    write("short.jpg", jpeg.subarray(0, 12));
    await expect(mediaFile(dir, "short.jpg")).rejects.toMatchObject({
      body: { message: expect.stringContaining("does not say how large") },
    });
  });

  it("does not wait for a pipe, and refuses folders", async () => {
    execFileSync("mkfifo", [join(dir, "pipe.png")]);
    for (const name of ["pipe.png", "pictures 'a' 中"])
      await expect(mediaFile(dir, name), name).rejects.toMatchObject({ body: { code: "path.not-allowed" } });
    await expect(mediaFile(dir, "gone.png")).rejects.toMatchObject({ body: { code: "file.not-found" } });
  });
});
