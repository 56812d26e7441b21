// Owns the token of a home: made at first start, readable by its owner only, changed on request.
// Refuses to keep sessions: what a browser holds is derived from the token, so it survives a restart and ends with it.
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { writeAtomic } from "../files/atomic.ts";

const TOKEN = /^[\w-]{32,256}$/;

export interface TokenStore {
  token(): string;
  /** Differs between installations, because cookies of one host are shared by all its ports. */
  cookieName(): string;
  cookieValue(): string;
  isToken(candidate: string): boolean;
  isCookie(candidate: string): boolean;
  rotate(): string;
}

export function openTokenStore(path: string): TokenStore {
  let current = readToken(path) ?? store(path);
  chmodSync(path, 0o600);
  const derive = (purpose: string) => createHmac("sha256", current).update(purpose).digest("base64url");
  return {
    token: () => current,
    cookieName: () => `anneal-${derive("cookie name").slice(0, 12)}`,
    cookieValue: () => derive("session"),
    isToken: (candidate) => isSame(candidate, current),
    isCookie: (candidate) => isSame(candidate, derive("session")),
    rotate() {
      current = store(path);
      return current;
    },
  };
}

/** Null while this home has no usable token. */
export function readToken(path: string): string | null {
  const text = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return TOKEN.test(text) ? text : null;
}

function store(path: string): string {
  const token = randomBytes(32).toString("base64url");
  writeAtomic(path, token);
  return token;
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
