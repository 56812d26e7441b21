// Shows that only the own host, the own origin and the token open the doors.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openTokenStore } from "../system/token-store.ts";
import { createAccess } from "./access.ts";
import { createAttempts } from "./attempts.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-access-"));
const file = join(folder, "token");
const tokens = openTokenStore(file);
const access = createAccess(tokens, ["studio.example"]);
afterAll(() => rmSync(folder, { recursive: true }));

const host = "127.0.0.1:7317";
const judge = (method: string, headers: Record<string, string | undefined>, handshake = false) =>
  access.judgeOrigin({ method, headers: { "x-anneal": "1", host, ...headers } }, { handshake })?.code ??
  "allowed";

describe("Host", () => {
  it.each([
    "127.0.0.1",
    "127.0.0.1:7317",
    "127.8.9.1:1",
    "localhost",
    "LOCALHOST:8080",
    "[::1]:7317",
    "studio.example",
    "Studio.Example:443",
  ])("answers under %j", (name) => {
    expect(judge("GET", { host: name })).toBe("allowed");
  });

  it.each([
    undefined,
    "",
    "evil.example",
    "evil.example:7317",
    "localhost.evil.example",
    "evil.localhost",
    "localhost.",
    "127.0.0.1.evil.example",
    "127.0.0.1.nip.io:7317",
    "0.0.0.0:7317",
    "0:7317",
    "2130706433",
    "0x7f.1",
    "127.1",
    "10.0.0.1",
    "169.254.169.254",
    "[::]:7317",
    "[::ffff:127.0.0.1]:7317",
    "::1",
    "user@127.0.0.1",
    "127.0.0.1:7317@evil.example",
    "127.0.0.1:port",
    "127.0.0.1:7317, evil.example",
    "127.0.0.1 evil.example",
    "127.0.0.1\\evil",
    "studio.example.evil",
    "xstudio.example",
  ])("refuses %j", (name) => {
    expect(judge("GET", { host: name })).toBe("auth.forbidden-host");
    expect(judge("GET", { host: name, authorization: `Bearer ${tokens.token()}` })).toBe(
      "auth.forbidden-host",
    );
  });
});

describe("Origin", () => {
  const foreign = [
    "null",
    "http://evil.example",
    "http://127.0.0.1",
    "http://127.0.0.1:7318",
    `https://${host}`,
    "",
    "file://",
  ];

  it("takes its own pages and programs that send none", () => {
    expect(judge("POST", { origin: `http://${host}` })).toBe("allowed");
    expect(judge("POST", {})).toBe("allowed");
    expect(judge("GET", {}, true)).toBe("allowed");
    expect(judge("POST", { host: "studio.example", origin: "https://studio.example" })).toBe("allowed");
  });

  it.each(foreign)("refuses %j for changes and for the socket", (origin) => {
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
      expect(judge(method, { origin })).toBe("auth.forbidden-origin");
    expect(judge("GET", { origin }, true)).toBe("auth.forbidden-origin");
  });

  it("wants the header that no form can send, unless a bearer is given", () => {
    expect(judge("POST", { "x-anneal": undefined })).toBe("auth.forbidden-origin");
    expect(judge("POST", { "x-anneal": undefined, authorization: `Bearer ${tokens.token()}` })).toBe(
      "allowed",
    );
  });
});

describe("Token", () => {
  const ask = (headers: Record<string, string>) =>
    access.judgeToken({ method: "GET", headers })?.code ?? "allowed";
  const cookie = () => `other=1; ${tokens.cookieName()}=${tokens.cookieValue()}`;

  it("is private and survives a restart, as do the sessions made from it", () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = openTokenStore(file);
    expect(again.token()).toBe(tokens.token());
    expect(again.cookieValue()).toBe(tokens.cookieValue());
    expect(readFileSync(file, "utf8")).not.toContain(tokens.cookieValue());
  });

  it("opens by bearer or cookie and by nothing else", () => {
    expect(ask({ authorization: `Bearer ${tokens.token()}` })).toBe("allowed");
    expect(ask({ cookie: cookie() })).toBe("allowed");
    expect(ask({})).toBe("auth.required");
    expect(ask({ cookie: `${tokens.cookieName()}=${tokens.token()}` })).toBe("auth.required");
    expect(ask({ cookie: `x${cookie()}` })).toBe("allowed");
    expect(ask({ cookie: `${tokens.cookieName()}=` })).toBe("auth.required");
    expect(ask({ authorization: "Bearer wrong", cookie: cookie() })).toBe("auth.wrong-token");
    expect(ask({ authorization: `Basic ${tokens.token()}` })).toBe("auth.required");
  });

  it("ends every session when it is changed", () => {
    const before = { authorization: `Bearer ${tokens.token()}`, cookie: cookie() };
    tokens.rotate();
    expect(ask({ cookie: before.cookie })).toBe("auth.required");
    expect(ask({ authorization: before.authorization })).toBe("auth.wrong-token");
    expect(openTokenStore(file).token()).toBe(tokens.token());
  });

  it("is made anew where the file is spoilt", () => {
    writeFileSync(join(folder, "short"), "abc");
    expect(openTokenStore(join(folder, "short")).token()).toMatch(/^[\w-]{43}$/);
  });
});

describe("Wrong tokens", () => {
  it("are counted for a minute", () => {
    let now = 0;
    const attempts = createAttempts(() => now);
    for (let count = 0; count < 10; count += 1) {
      expect(attempts.isExhausted()).toBe(false);
      attempts.addWrong();
    }
    expect(attempts.isExhausted()).toBe(true);
    now = 60_000;
    expect(attempts.isExhausted()).toBe(false);
  });
});
