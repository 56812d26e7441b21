// Shows datasets through the doors of a real server: sent in pieces, guessed, registered, paged, shown, taken off the list.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatasetDetail, DatasetGuess, DatasetPage, Upload } from "../../contract/dataset.ts";
import { openDoorBench } from "../http/testing/door-bench.ts";

let bench: Awaited<ReturnType<typeof openDoorBench>>;
let dir = "";
beforeAll(async () => {
  bench = await openDoorBench();
  dir = join(bench.home, "datasets");
});
afterAll(() => bench.close());

async function ask(method: string, path: string, body?: unknown) {
  const headers = { ...bench.bearer(), "content-type": "application/json" };
  const { status, text } = await bench.send(
    method,
    path,
    headers,
    body === undefined ? undefined : JSON.stringify(body),
  );
  return { status, body: JSON.parse(text) };
}
async function send(id: string, offset: number, bytes: Uint8Array<ArrayBuffer>, signal?: AbortSignal) {
  const headers = { ...bench.bearer(), "content-type": "application/octet-stream" };
  return fetch(`${bench.server.url}/api/uploads/${id}?offset=${offset}`, {
    method: "PUT",
    headers,
    body: bytes,
    signal,
  });
}

const PATIENCE = { timeout: 30_000 };
const rows = Array.from({ length: 300 }, (_, at) => ({
  instruction: `question ${at}`,
  input: "",
  output: `answer ${at}`,
}));
const LINES = rows.map((row) => `${JSON.stringify(row)}\n`).join("");

describe("a dataset", () => {
  it("comes in by pieces, is recognised, registered and paged", async () => {
    const bytes = new TextEncoder().encode(LINES);
    const begun = await ask("POST", "/api/uploads", { name: "my rows 中.jsonl", bytes: bytes.length });
    const { id } = Upload.parse(begun.body);
    expect((await send(id, 0, bytes.slice(0, 1000))).status).toBe(200);
    expect((await send(id, 0, bytes)).status).toBe(409);
    expect((await ask("POST", `/api/uploads/${id}/finish`)).status).toBe(409);
    expect((await ask("GET", "/api/uploads")).body).toMatchObject([{ id, received: 1000 }]);
    expect((await send(id, 1000, bytes.slice(1000))).status).toBe(200);

    const guess = DatasetGuess.parse((await ask("POST", "/api/datasets/guess", { upload: id })).body);
    expect(guess).toMatchObject({
      fileType: "jsonl",
      format: "alpaca",
      problems: [],
      definition: { file_name: "my rows 中.jsonl" },
    });
    expect(guess.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ["instruction", "text"],
      ["input", "text"],
      ["output", "text"],
    ]);
    const { file } = (await ask("POST", `/api/uploads/${id}/finish`)).body;
    const definition = { ...guess.definition, file_name: file };
    const saved = await ask("PUT", "/api/datasets/mine", { definition, replace: false });
    expect(DatasetDetail.parse(saved.body)).toMatchObject({
      format: "alpaca",
      entry: { name: "mine", rows: 300, problem: null },
      files: [{ name: "my rows 中.jsonl", bytes: bytes.length }],
      index: { status: "ready", rows: 300 },
    });
    const page = DatasetPage.parse((await ask("GET", "/api/datasets/mine/rows?from=298&count=5")).body);
    expect(page.total).toBe(300);
    expect(page.rows.map(({ row, findings }) => [row, findings])).toEqual([
      [298, []],
      [299, []],
    ]);
    expect(page.rows[1]?.conversation?.turns.map(({ parts }) => parts)).toEqual([
      [{ type: "text", text: "question 299" }],
      [{ type: "text", text: "answer 299" }],
    ]);
    expect(
      (await ask("GET", "/api/datasets")).body.datasets.map(({ name }: { name: string }) => name),
    ).toContain("mine");

    expect((await ask("DELETE", "/api/datasets/mine")).body).toEqual({ ok: true });
    expect(existsSync(join(dir, file))).toBe(true);
    expect((await ask("GET", "/api/datasets/mine/rows")).status).toBe(404);
  });

  it("is not listed while its upload is cut, and goes on from what is on disk", async () => {
    const bytes = new Uint8Array(30_000_000).fill(0x61);
    const begun = await ask("POST", "/api/uploads", { name: "cut.txt", bytes: bytes.length });
    const { id } = Upload.parse(begun.body);
    const stop = new AbortController();
    const cut = send(id, 0, bytes, stop.signal).catch(() => null);
    await expect
      .poll(async () => (await ask("GET", "/api/uploads")).body[0].received, PATIENCE)
      .toBeGreaterThan(0);
    stop.abort();
    await cut;
    expect(existsSync(join(dir, "cut.txt"))).toBe(false);
    await expect
      .poll(async () => {
        const { received } = (await ask("GET", "/api/uploads")).body[0];
        return received === bytes.length ? 200 : (await send(id, received, bytes.slice(received))).status;
      }, PATIENCE)
      .toBe(200);
    const { path } = (await ask("POST", `/api/uploads/${id}/finish`)).body;
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("may be pasted, and may lie elsewhere", async () => {
    const text =
      '[{"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "yes"}]}]';
    const guess = DatasetGuess.parse((await ask("POST", "/api/datasets/guess", { text })).body);
    expect(guess).toMatchObject({ fileType: "json", problems: [] });
    const saved = await ask("PUT", "/api/datasets/pasted", { definition: guess.definition, text });
    expect(saved.body).toMatchObject({ entry: { file: "pasted.json", rows: 1 } });
    const again = await ask("PUT", "/api/datasets/pasted", { definition: guess.definition, text });
    expect(again.status).toBe(409);
    expect(existsSync(join(dir, "pasted-2.json"))).toBe(false);

    const elsewhere = join(bench.home, "else 'where' 中");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "a.csv"), 'instruction,output\n"one\nline",two\n');
    const path = join(elsewhere, "a.csv");
    const found = DatasetGuess.parse((await ask("POST", "/api/datasets/guess", { path })).body);
    expect(found).toMatchObject({ fileType: "csv", definition: { file_name: path }, format: "alpaca" });
    expect((await ask("PUT", "/api/datasets/far", { definition: found.definition })).body.entry.rows).toBe(1);
  });

  it("on a hub is registered without a look", async () => {
    const saved = await ask("PUT", "/api/datasets/hub", { definition: { hf_hub_url: "org/set" } });
    expect(saved.body).toMatchObject({ entry: { source: "hub" }, files: [], index: { status: "none" } });
    const rowsOfIt = await ask("GET", "/api/datasets/hub/rows");
    expect(rowsOfIt).toMatchObject({
      status: 422,
      body: { code: "dataset.unreadable", message: expect.stringContaining("hub") },
    });
  });

  it("that is broken leaves the server alive: each fault at its row, long rows cut", async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`;
    const long = JSON.stringify({ instruction: "é".repeat(100_000), output: "x" });
    writeFileSync(
      join(dir, "broken.jsonl"),
      `{"instruction": "a", "output": "b"}\n{nope}\n${deep}\n${long}\n{"torn`,
    );
    const saved = await ask("PUT", "/api/datasets/broken", { definition: { file_name: "broken.jsonl" } });
    expect(saved.body.entry.problem).toMatch(/cut off/);
    const page = DatasetPage.parse((await ask("GET", "/api/datasets/broken/rows")).body);
    expect(page.rows.map(({ findings }) => findings.length > 0)).toEqual([false, true, true, false, true]);
    expect(page.rows[3]).toMatchObject({ cut: true, bytes: Buffer.byteLength(long) });
    expect(Buffer.byteLength(page.rows[3]?.text ?? "")).toBeLessThanOrEqual(64 * 1024);
    expect(page.rows[3]?.conversation).not.toBeNull();
  });
});

describe("media of a dataset", () => {
  const media = (path: string, headers: Record<string, string> = {}) =>
    bench.send("GET", `/api/datasets/demo/media?path=${encodeURIComponent(path)}`, {
      ...bench.bearer(),
      ...headers,
    });

  beforeAll(async () => {
    writeFileSync(
      join(dir, "a.wav"),
      Buffer.concat([Buffer.from("RIFF....WAVEfmt "), Buffer.alloc(1000, "x")]),
    );
    writeFileSync(join(dir, "a.svg"), "<svg><script>alert(1)</script></svg>");
    writeFileSync(join(dir, "one.json"), "[{}]");
    await ask("PUT", "/api/datasets/demo", { definition: { file_name: "one.json" } });
  });

  it("is sent as what it is, in parts if asked, and can run nothing", async () => {
    const whole = await media("a.wav");
    expect(whole.headers).toMatchObject({
      "content-type": "audio/wav",
      "content-length": "1016",
      "content-disposition": "inline; filename*=UTF-8''a.wav",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "accept-ranges": "bytes",
    });
    const part = await media("a.wav", { range: "bytes=8-11" });
    expect(part).toMatchObject({
      status: 206,
      text: "WAVE",
      headers: { "content-range": "bytes 8-11/1016" },
    });
    expect((await media("a.wav", { range: "bytes=-2" })).text).toBe("xx");
    expect((await media("a.wav", { range: "bytes=1010-" })).text).toBe("xxxxxx");
    expect((await media("a.wav", { range: "bytes=5000-" })).status).toBe(416);
    expect((await media("a.wav", { range: "bytes=0-1,4-5" })).status).toBe(200);
  });

  it("is nothing else, and nowhere else", async () => {
    for (const path of [
      "a.svg",
      "one.json",
      "../token",
      join(bench.home, "token"),
      "http://127.0.0.1/a.png",
      "a.wav\0",
    ])
      expect((await media(path)).status, path).toBe(403);
    expect((await media("gone.png")).status).toBe(404);
    expect((await bench.send("GET", "/api/datasets/demo/media?path=a.wav")).status).toBe(401);
  });
});
