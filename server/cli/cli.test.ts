// Shows the command line as a shell sees it: exit codes, stdout for data, stderr for words; and starts that cannot be.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { homePaths } from "../home.ts";
import { findServer } from "./find-server.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-cli-"));
const home = join(base, "home");
const program = join(import.meta.dirname, "main.ts");
const server = join(import.meta.dirname, "..", "main.ts");
const env = { ...process.env, ANNEAL_HOME: home, ANNEAL_ENGINE_PYTHON: "/nowhere/python" };
afterAll(() => rmSync(base, { recursive: true }));

function start(words: readonly string[], script = program): ChildProcess {
  const argv = ["--disable-warning=ExperimentalWarning", script, ...words];
  return spawn(process.execPath, argv, { cwd: base, env, stdio: ["ignore", "pipe", "pipe"] });
}

async function finish(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
  const text = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    text.out += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    text.err += chunk.toString();
  });
  const [code] = await once(child, "close");
  return { code: z.number().nullable().parse(code), ...text };
}

const run = (...words: string[]) => finish(start(words));
const serve = (...words: string[]) => finish(start(["--port", "0", ...words], server));

async function listening(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    const address = /http:\S+#token=\S+/.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(text);
}

describe("words", () => {
  it.each([["nonsense"], ["runs", "--jsn"], ["train"], ["logs", "a", "b"], ["logs", "a", "--attempt", "x"]])(
    "%s is wrong usage",
    async (...words) => {
      expect(await run(...words)).toMatchObject({
        code: 2,
        out: "",
        err: expect.stringContaining("→ anneal"),
      });
    },
  );

  it("explains itself", async () => {
    expect(await run("--help")).toMatchObject({ code: 0, out: expect.stringContaining("train ") });
    expect(await run("stop", "--help")).toMatchObject({ code: 0, out: expect.stringContaining("--force") });
  });
});

describe("without a server", () => {
  it("lists runs as one JSON document and leaves no server behind", async () => {
    expect(await run("runs", "--json")).toEqual({ code: 0, out: "[]\n", err: "" });
    expect(await findServer(home)).toBeNull();
    expect(statSync(homePaths(home).token).mode & 0o777).toBe(0o600);
  });

  it("says what is in the way of a run, and makes none", async () => {
    writeFileSync(join(base, "some.yaml"), "stage: sft\n");
    const refused = await run("train", "some.yaml", "--watch", "--json");
    expect(refused).toMatchObject({ code: 1, out: "", err: expect.stringContaining("does not work") });
    expect((await run("train", "none.yaml", "--watch")).err).toContain("none.yaml cannot be read");
    expect((await run("train", "some.yaml")).err).toContain("No server runs");
    expect((await run("stop", "nothing")).err).toContain("There is no run nothing");
    expect((await run("runs", "--json")).out).toBe("[]\n");
  });
});

describe("starts that cannot be", () => {
  it("names a busy port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const taken = other.address();
    const port = typeof taken === "object" && taken !== null ? taken.port : 0;
    const answer = await serve("--port", String(port));
    expect(answer).toMatchObject({ code: 1, out: "", err: expect.stringContaining(`Port ${port} is taken`) });
    expect(answer.err).toContain(`--port ${port + 1}`);
    other.close();
  });

  it("names a home that is no folder, options that make no sense, and an open door without a name", async () => {
    writeFileSync(join(base, "file"), "");
    const noFolder = await serve("--home", join(base, "file"));
    expect(noFolder).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringMatching(/cannot be used[\s\S]*--home/),
    });
    expect((await serve("--port", "99999")).code).toBe(2);
    expect((await serve("--executor", "replay")).err).toContain("--recordings");
    expect((await serve("--host", "0.0.0.0")).err).toContain("--allowed-host");
  });
});

describe("a server", () => {
  it("is used by every command, is not started twice, and leaves nothing of itself behind", async () => {
    const child = start(["--port", "0"], server);
    const address = await listening(child);
    const url = new URL(address).origin;
    const note = z.object({ url: z.string(), pid: z.number() });
    expect(note.parse(JSON.parse(readFileSync(homePaths(home).server, "utf8")))).toEqual({
      url,
      pid: child.pid,
    });
    expect((await findServer(home))?.address).toBe(address);

    expect(await serve()).toMatchObject({ code: 0, out: expect.stringContaining(address) });
    expect(await run("runs")).toMatchObject({ code: 0, out: expect.stringContaining("No runs yet") });

    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(() => statSync(homePaths(home).server)).toThrow();
    expect(await findServer(home)).toBeNull();
  });

  it("that was killed is not believed to be there", async () => {
    const child = start(["--port", "0"], server);
    await listening(child);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(statSync(homePaths(home).server).isFile()).toBe(true);
    expect(await findServer(home)).toBeNull();
    expect((await run("runs", "--json")).out).toBe("[]\n");
  });
});
