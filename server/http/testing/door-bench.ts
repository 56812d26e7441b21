// Owns a real server on a temporary home with a few pages, and asking it from outside, as a program does.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ApiError, type ErrorCode } from "../../../contract/errors.ts";
import { homePaths } from "../../home.ts";
import { startServer } from "../../start-server.ts";
import { readToken } from "../../system/token-store.ts";

export const PAGE = `<html><script>alert(1)</script><script src="/_next/a.js"></script><script id="_R_">2</script></html>`;
export const JSON_BODY = { "content-type": "application/json" };
export const OWN_PAGE = { "x-anneal": "1", ...JSON_BODY };
export const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

export async function openDoorBench() {
  const base = mkdtempSync(join(tmpdir(), "anneal-http-"));
  const home = join(base, "home");
  const server = await startServer({
    home,
    host: "127.0.0.1",
    port: 0,
    allowedHosts: [],
    enginePython: "/nowhere/python",
    executor: { id: "local" },
    pages: { folder: makePages(join(base, "pages")) },
    startsRuns: true,
  });
  const token = () => readToken(homePaths(home).token) ?? "";

  /** As a program sends it: fetch would not let us forge Host and Origin. */
  function send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const options = { method, headers: { ...length, ...headers }, agent: false };
      const sent = ask(server.url + path, options, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      });
      sent.on("upgrade", (answer, socket) => {
        socket.destroy();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: "" });
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  return {
    home,
    server,
    token,
    send,
    bearer: () => ({ authorization: `Bearer ${token()}` }),
    /** The Set-Cookie of a new session. */
    async openSession(): Promise<string> {
      const { headers } = await send("POST", "/api/session", OWN_PAGE, JSON.stringify({ token: token() }));
      return [headers["set-cookie"] ?? ""].flat()[0] ?? "";
    },
    async close(): Promise<void> {
      await server.close();
      rmSync(base, { recursive: true });
    },
  };
}

export function codeOf({ text }: Answer): ErrorCode {
  return ApiError.parse(JSON.parse(text)).code;
}

function makePages(folder: string): string {
  mkdirSync(join(folder, "_next", "static"), { recursive: true });
  mkdirSync(join(folder, "new"));
  for (const file of ["index.html", "404.html", "new/index.html"]) writeFileSync(join(folder, file), PAGE);
  writeFileSync(join(folder, "_next", "static", "a.js"), "1;");
  writeFileSync(join(folder, "_next", "static", "a.js.gz"), gzipSync("1;"));
  writeFileSync(join(folder, ".hidden"), "x");
  return folder;
}
