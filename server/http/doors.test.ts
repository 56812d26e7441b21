// Shows the doors of a real server: what is open without a token, what an attack gets, what a session is.
import { afterAll, describe, expect, it } from "vitest";
import { ApiError } from "../../contract/errors.ts";
import { routes } from "../../contract/routes.ts";
import { routeNames } from "./route-types.ts";
import { codeOf, JSON_BODY, OWN_PAGE, openDoorBench, UPGRADE } from "./testing/door-bench.ts";

const A_RUN = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const bench = await openDoorBench();
const { server, send, bearer, openSession } = bench;
afterAll(() => bench.close());

const pathOf = (name: keyof typeof routes) => routes[name].path.replace(":id", A_RUN).replace("*", "x");

describe("without a token", () => {
  it.each(routeNames.filter((name) => routes[name].access === "token"))("%s is closed", async (name) => {
    const answer = await send(
      routes[name].method,
      pathOf(name),
      OWN_PAGE,
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
    const answer = await send(method, path, { ...bearer(), ...OWN_PAGE, host: "evil.example:7317" });
    expect(answer.status).toBe(403);
  });

  it.each(["http://evil.example", "null", "http://localhost:1"])(
    "a page of %s changes nothing",
    async (origin) => {
      const cookie = await openSession();
      const body = JSON.stringify({ theme: "dark" });
      for (const headers of [
        { ...OWN_PAGE, cookie },
        { ...JSON_BODY, ...bearer() },
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
    expect(answer.text).not.toContain(bench.token());
  });

  it("what cannot be read is said to be so", async () => {
    const headers = { ...bearer(), ...JSON_BODY };
    expect(codeOf(await send("PUT", "/api/settings", headers, "{"))).toBe("request.invalid");
    expect(codeOf(await send("PUT", "/api/settings", headers, `{"__proto__":{"x":1}}`))).toBe(
      "request.invalid",
    );
    expect(codeOf(await send("POST", "/api/runs", headers, `"${"x".repeat(3_000_000)}"`))).toBe(
      "request.invalid",
    );
    expect(codeOf(await send("GET", "/api/runs/..%2f..", bearer()))).toBe("run.not-found");
    expect(codeOf(await send("GET", "/api/%zz", bearer()))).toBe("request.invalid");
    const answer = await send("PUT", "/api/settings", headers, `{"theme":"pink"}`);
    expect(ApiError.parse(JSON.parse(answer.text)).reason).toMatch(/^body\.theme: /);
  });
});

describe("a session", () => {
  it("is a cookie that scripts cannot read and other sites do not send", async () => {
    const cookie = await openSession();
    expect(cookie).toMatch(/^anneal-[\w-]{12}=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(bench.token());
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
    const wrong = () => send("POST", "/api/session", OWN_PAGE, `{"token":"wrong"}`);
    const codes: string[] = [];
    for (let count = 0; count < 11; count += 1) codes.push(codeOf(await wrong()));
    expect(codes).toEqual([...Array(10).fill("auth.wrong-token"), "rate.limited"]);

    const before = bearer();
    const { text } = await send("POST", "/api/session/rotate", before);
    expect(JSON.parse(text)).toEqual({ address: server.address() });
    expect(server.address()).toBe(`${server.url}/#token=${bench.token()}`);
    expect(codeOf(await send("GET", "/api/session", before))).toBe("auth.wrong-token");
    expect(codeOf(await send("GET", "/api/session", { cookie }))).toBe("auth.required");
    expect((await send("GET", "/api/session", bearer())).status).toBe(200);
  });
});
