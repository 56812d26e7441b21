// Shows the doors of a real server on a real socket: what is open without a token, what an attack gets, what a page gets.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ApiError } from "../../contract/errors.ts";
import { routes } from "../../contract/routes.ts";
import { homePaths } from "../home.ts";
import { type RunningServer, startServer } from "../start-server.ts";
import { readToken } from "../system/token-store.ts";
import { scriptHashes } from "./pages.ts";
import { routeNames } from "./route-types.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-http-"));
const pages = join(base, "pages");
const home = join(base, "home");
const HTML = `<html><script>alert(1)</script><script src="/_next/a.js"></script><script id="_R_">2</script></html>`;
const A_RUN = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
let server: RunningServer;
let token = "";

beforeAll(async () => {
  mkdirSync(join(pages, "_next", "static"), { recursive: true });
  mkdirSync(join(pages, "new"));
  for (const file of ["index.html", "404.html", "new/index.html"]) writeFileSync(join(pages, file), HTML);
  writeFileSync(join(pages, "_next", "static", "a.js"), "1;");
  writeFileSync(join(pages, "_next", "static", "a.js.gz"), gzipSync("1;"));
  writeFileSync(join(pages, ".hidden"), "x");
  server = await startServer({
    home,
    host: "127.0.0.1",
    port: 0,
    allowedHosts: [],
    enginePython: "/nowhere/python",
    executor: { id: "local" },
    pages: { folder: pages },
    startsRuns: true,
  });
  token = readToken(homePaths(home).token) ?? "";
});
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true });
});

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** As a program sends it: fetch would not let us forge Host and Origin. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = ask(
      server.url + path,
      { method, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
      },
    );
    sent.on("upgrade", (answer, socket) => {
      socket.destroy();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: "" });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const codeOf = ({ text }: Answer) => ApiError.parse(JSON.parse(text)).code;
const bearer = () => ({ authorization: `Bearer ${token}` });
const json = { "content-type": "application/json" };
const own = { "x-anneal": "1", ...json };
const pathOf = (name: keyof typeof routes) => routes[name].path.replace(":id", A_RUN).replace("*", "x");
const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};

async function openSession(): Promise<string> {
  const { headers } = await send("POST", "/api/session", own, JSON.stringify({ token }));
  return [headers["set-cookie"] ?? ""].flat()[0] ?? "";
}

describe("without a token", () => {
  it.each(routeNames.filter((name) => routes[name].access === "token"))("%s is closed", async (name) => {
    const answer = await send(
      routes[name].method,
      pathOf(name),
      own,
      routes[name].method === "GET" ? undefined : "{}",
    );
    expect([answer.status, codeOf(answer)]).toEqual([401, "auth.required"]);
  });

  it("OpenAPI and the socket are closed, health is open", async () => {
    expect((await send("GET", "/api/openapi.json")).status).toBe(401);
    expect((await send("GET", "/socket.io/?EIO=4&transport=polling")).status).toBe(403);
    expect((await send("GET", "/socket.io/?EIO=4&transport=websocket", UPGRADE)).status).not.toBe(101);
    expect(JSON.parse((await send("GET", "/api/health")).text)).toEqual({ ok: true, name: "anneal" });
  });
});

describe("attacks", () => {
  it.each([
    ["GET", "/"],
    ["GET", "/api/health"],
    ["GET", "/api/runs"],
    ["POST", "/api/session"],
    ["GET", "/socket.io/?EIO=4&transport=polling"],
  ])("%s %s under another host name is refused", async (method, path) => {
    const answer = await send(method, path, { ...bearer(), ...own, host: "evil.example:7317" });
    expect(answer.status).toBe(403);
  });

  it.each(["http://evil.example", "null", "http://localhost:1"])(
    "a page of %s changes nothing",
    async (origin) => {
      const cookie = await openSession();
      const body = JSON.stringify({ theme: "dark" });
      for (const headers of [
        { ...own, cookie },
        { ...json, ...bearer() },
      ]) {
        const answer = await send("PUT", "/api/settings", { ...headers, origin }, body);
        expect(codeOf(answer)).toBe("auth.forbidden-origin");
      }
      const socket = await send("GET", "/socket.io/?EIO=4&transport=websocket", {
        ...UPGRADE,
        cookie,
        origin,
      });
      expect(socket.status).not.toBe(101);
    },
  );

  it("a form, which can send neither JSON nor our header, changes nothing", async () => {
    const cookie = await openSession();
    const body = JSON.stringify({ theme: "dark" });
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const plain = await send("PUT", "/api/settings", { cookie, "content-type": type }, body);
      expect(codeOf(plain)).toBe("auth.forbidden-origin");
      const forged = await send(
        "PUT",
        "/api/settings",
        { cookie, "x-anneal": "1", "content-type": type },
        body,
      );
      expect(codeOf(forged)).toBe("request.invalid");
    }
  });

  it.each(["/api/nothing", "/api", "/api/", "/api/runs/", "/API/runs", "//api/runs", "/api/%2e%2e/runs"])(
    "there is nothing at %s",
    async (path) => {
      const answer = await send("GET", path, bearer());
      expect([200, 401]).not.toContain(answer.status);
    },
  );

  it.each([
    "/../home/token",
    "/%2e%2e/home/token",
    "/..%2fhome%2ftoken",
    "/.hidden",
    "/new/../../home/token",
    "/%00",
  ])("no file outside the pages: %s", async (path) => {
    const answer = await send("GET", path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain(token);
  });

  it("what cannot be read is said to be so", async () => {
    const headers = { ...bearer(), ...json };
    expect(codeOf(await send("PUT", "/api/settings", headers, "{"))).toBe("request.invalid");
    expect(codeOf(await send("PUT", "/api/settings", headers, `{"__proto__":{"x":1}}`))).toBe(
      "request.invalid",
    );
    expect(codeOf(await send("POST", "/api/runs", headers, `"${"x".repeat(3_000_000)}"`))).toBe(
      "request.invalid",
    );
    expect(codeOf(await send("GET", "/api/runs/..%2f..", bearer()))).toBe("request.invalid");
    expect(codeOf(await send("GET", "/api/%zz", bearer()))).toBe("request.invalid");
    const answer = await send("PUT", "/api/settings", headers, `{"theme":"pink"}`);
    expect(ApiError.parse(JSON.parse(answer.text)).reason).toMatch(/^body\.theme: /);
  });
});

describe("a session", () => {
  it("is a cookie that scripts cannot read and other sites do not send", async () => {
    const cookie = await openSession();
    expect(cookie).toMatch(/^anneal-[\w-]{12}=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(token);
    expect((await send("GET", "/api/session", { cookie })).status).toBe(200);
    const socket = await send("GET", "/socket.io/?EIO=4&transport=websocket", {
      ...UPGRADE,
      cookie,
      origin: server.url,
    });
    expect(socket.status).toBe(101);
  });

  it("is refused after ten wrong tokens, and ends with the token", async () => {
    const cookie = await openSession();
    const wrong = () => send("POST", "/api/session", own, `{"token":"wrong"}`);
    const codes: string[] = [];
    for (let count = 0; count < 11; count += 1) codes.push(codeOf(await wrong()));
    expect(codes).toEqual([...Array(10).fill("auth.wrong-token"), "rate.limited"]);

    const before = bearer();
    const { text } = await send("POST", "/api/session/rotate", before);
    token = new URL(z.object({ address: z.string() }).parse(JSON.parse(text)).address).hash.slice(
      "#token=".length,
    );
    expect(server.address()).toContain(token);
    expect(codeOf(await send("GET", "/api/session", before))).toBe("auth.wrong-token");
    expect(codeOf(await send("GET", "/api/session", { cookie }))).toBe("auth.required");
    expect((await send("GET", "/api/session", bearer())).status).toBe(200);
  });
});

describe("pages", () => {
  it("carry a policy that allows their own inline scripts only", async () => {
    const { headers, status } = await send("GET", "/new/");
    const policy = String(headers["content-security-policy"]);
    const hashes = scriptHashes(HTML);
    expect([status, hashes.length]).toEqual([200, 2]);
    expect(policy).toContain(`script-src 'self' ${hashes.join(" ")};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it("are found without the last slash, and say when there is none", async () => {
    const { status, headers } = await send("GET", "/new");
    expect([status, headers.location]).toEqual([301, "/new/"]);
    const missing = await send("GET", "/nothing", { accept: "text/html" });
    expect([missing.status, missing.text]).toEqual([404, HTML]);
    expect(codeOf(await send("GET", "/nothing.js", { accept: "*/*" }))).toBe("route.not-found");
  });

  it("come compressed where that was done at the build, and are kept where their name has a hash", async () => {
    const { headers } = await send("GET", "/_next/static/a.js", { "accept-encoding": "gzip" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["cache-control"]).toContain("immutable");
  });
});

describe("the API", () => {
  it("describes every route of the contract", async () => {
    const { text } = await send("GET", "/api/openapi.json", bearer());
    const Document = z.object({
      paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
    });
    const ids = Object.values(Document.parse(JSON.parse(text)).paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual([...routeNames].sort());
  });

  it("keeps settings, lists runs, and answers with the contract's errors", async () => {
    await send("PUT", "/api/settings", { ...bearer(), ...json }, `{"theme":"dark"}`);
    const system = JSON.parse((await send("GET", "/api/system?disk=true", bearer())).text);
    expect(system).toMatchObject({ home, address: server.address(), settings: { theme: "dark" } });
    expect(JSON.parse((await send("GET", "/api/runs", bearer())).text)).toEqual([]);
    expect(codeOf(await send("GET", pathOf("run"), bearer()))).toBe("run.not-found");
  });
});
