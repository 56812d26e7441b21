// Shows that an upload is whole or absent, goes on from any byte, and puts nothing in the place of what is there.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freeNames, safeName } from "./file-name.ts";
import { createUploads } from "./uploads.ts";

let base = "";
let dir = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "anneal-uploads-"));
  dir = join(base, "datasets");
  mkdirSync(dir);
});
afterEach(() => rmSync(base, { recursive: true }));

const folder = () => join(base, "uploads");
const TEXT = '{"a": 1}\n{"b": "中"}\n';
const BYTES = Buffer.from(TEXT);

async function* piecesOf(bytes: Uint8Array, breaksAt = Number.POSITIVE_INFINITY) {
  for (let at = 0; at < bytes.length; at += 3) {
    if (at >= breaksAt) throw new Error("aborted");
    yield bytes.subarray(at, at + 3);
  }
}
const code = (error: string) => ({ body: { code: error } });

describe("an upload", () => {
  it("goes on after a cut at any byte, even by another process, and is placed whole", async () => {
    const { id } = await createUploads(folder()).begin({ name: "rows.jsonl", bytes: BYTES.length });
    let received = 0;
    while (received < BYTES.length) {
      const uploads = createUploads(folder());
      await uploads.piece(id, received, piecesOf(BYTES.subarray(received), 3)).catch(() => undefined);
      expect(readdirSync(dir)).toEqual([]);
      received = (await uploads.list())[0]?.received ?? 0;
    }
    expect(await createUploads(folder()).finish(id, dir)).toEqual({
      file: "rows.jsonl",
      path: join(dir, "rows.jsonl"),
    });
    expect(readFileSync(join(dir, "rows.jsonl"), "utf8")).toBe(TEXT);
    expect(readdirSync(folder())).toEqual([]);
  });

  it("takes pieces only where it stands, one at a time, and not more than was announced", async () => {
    const uploads = createUploads(folder());
    const { id } = await uploads.begin({ name: "rows.jsonl", bytes: 4 });
    await expect(uploads.piece(id, 2, piecesOf(BYTES))).rejects.toMatchObject(code("upload.out-of-step"));
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slow() {
      yield BYTES.subarray(0, 2);
      await held;
    }
    const first = uploads.piece(id, 0, slow());
    await expect(uploads.piece(id, 0, piecesOf(BYTES))).rejects.toMatchObject(code("upload.out-of-step"));
    await expect(uploads.finish(id, dir)).rejects.toMatchObject(code("upload.out-of-step"));
    await expect(uploads.cancel(id)).rejects.toMatchObject(code("upload.out-of-step"));
    release();
    expect((await first).received).toBe(2);
    await expect(uploads.piece(id, 2, piecesOf(BYTES))).rejects.toMatchObject(code("upload.out-of-step"));
    expect((await uploads.list())[0]?.received).toBe(2);
    await expect(uploads.finish(id, dir)).rejects.toMatchObject(code("upload.out-of-step"));
    await uploads.cancel(id);
    await expect(uploads.piece(id, 2, piecesOf(BYTES))).rejects.toMatchObject(code("upload.not-found"));
    await expect(uploads.cancel("../../x")).rejects.toMatchObject(code("upload.not-found"));
  });

  it("is refused before a byte is sent when it does not fit the disk or is no data", async () => {
    const uploads = createUploads(folder());
    await expect(uploads.begin({ name: "a.jsonl", bytes: 1e15 })).rejects.toMatchObject(code("disk.full"));
    for (const name of ["a.zip", "a.py", "a.svg", "a.html", "..", "/", "json", ".json"])
      await expect(uploads.begin({ name, bytes: 1 }), name).rejects.toMatchObject(code("dataset.invalid"));
    expect(await uploads.list()).toEqual([]);
  });

  it("replaces nothing, and never lies outside the folder", async () => {
    writeFileSync(join(dir, "a.json"), "mine");
    mkdirSync(join(base, "elsewhere"));
    symlinkSync(join(base, "elsewhere"), join(dir, "link"));
    const uploads = createUploads(folder());
    const send = async (name: string) => {
      const { id } = await uploads.begin({ name, bytes: 0 });
      return (await uploads.finish(id, dir)).file;
    };
    expect(await send("a.json")).toBe("a-2.json");
    expect(await send("a.json")).toBe("a-3.json");
    expect(await send("dataset_info.json")).toBe("dataset_info-2.json");
    expect(await send('../../it\'s 中 \u0000"x".jsonl')).toBe('it\'s 中 "x".jsonl');
    expect(await send("pictures\\..\\1.png")).toBe("pictures/1.png");
    await expect(send("link/1.png")).rejects.toMatchObject(code("path.not-allowed"));
    expect(readFileSync(join(dir, "a.json"), "utf8")).toBe("mine");
    expect(readdirSync(join(base, "elsewhere"))).toEqual([]);
  });

  it("is forgotten after a week of silence", async () => {
    await createUploads(folder()).begin({ name: "old.json", bytes: 5 });
    const later = createUploads(folder(), () => Date.now() + 8 * 24 * 3600 * 1000);
    await later.begin({ name: "new.json", bytes: 5 });
    expect((await later.list()).map(({ name }) => name)).toEqual(["new.json"]);
    expect(existsSync(folder())).toBe(true);
  });
});

describe("names", () => {
  it("keep what people write, lose what a path could use", () => {
    expect(safeName("a/./..//b c.json")).toBe("a/b c.json");
    expect(safeName("C:\\data\\x.csv")).toBe("C:/data/x.csv");
    expect(safeName("\u202Ea.json\n")).toBe("\u202Ea.json");
    expect(Buffer.byteLength(safeName(`${"中".repeat(300)}.json`))).toBeLessThanOrEqual(200);
    expect(safeName("....")).toBe("");
    expect(freeNames("dataset_info.json").next().value).toBe("dataset_info-2.json");
  });
});
