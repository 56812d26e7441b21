// Owns who may ask: Host, Origin, token. The same judgement for HTTP requests and for the socket's handshake.
// Refuses exceptions: localhost needs a token as everyone does.
import type { IncomingHttpHeaders } from "node:http";
import type { ApiError } from "../../contract/errors.ts";
import type { TokenStore } from "../system/token-store.ts";

export type Asking = { method: string; headers: IncomingHttpHeaders };

export interface Access {
  /** Host on everything; Origin too when something may change or a socket opens. Null: allowed. */
  judgeOrigin(asking: Asking, options: { handshake: boolean }): ApiError | null;
  judgeToken(asking: Asking): ApiError | null;
}

const HOST = /^(\[[\da-f:.]+\]|[a-z\d._-]+)(?::\d{1,5})?$/;
const LOOPBACK = /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/;
const BEARER = /^Bearer ([\w-]{1,256})$/;

export function createAccess(tokens: TokenStore, allowedHosts: readonly string[]): Access {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));

  function isKnownHost(header: string | undefined): boolean {
    const name = HOST.exec(header?.toLowerCase() ?? "")?.[1];
    return name !== undefined && (LOOPBACK.test(name) || allowed.has(name));
  }

  function isSameOrigin({ headers }: Asking): boolean {
    const { origin, host = "" } = headers;
    if (origin === undefined || origin === `http://${host}`) return true;
    // Behind a proxy of the owner's that speaks TLS.
    return origin === `https://${host}` && !LOOPBACK.test(host.replace(/:\d+$/, ""));
  }

  return {
    judgeOrigin(asking, { handshake }) {
      if (!isKnownHost(asking.headers.host)) {
        return {
          code: "auth.forbidden-host",
          message: "Anneal does not answer under this host name.",
          reason: "Another site could otherwise point its own name at this machine.",
          hint: "Open the address that was printed at the start, or start with --allowed-host NAME.",
        };
      }
      const changes = asking.method !== "GET" && asking.method !== "HEAD";
      if ((changes || handshake) && !isSameOrigin(asking)) {
        return {
          code: "auth.forbidden-origin",
          message: "This request comes from another site.",
          hint: "Use the page that Anneal itself serves.",
        };
      }
      if (changes && bearerOf(asking) === null && asking.headers["x-anneal"] !== "1") {
        return {
          code: "auth.forbidden-origin",
          message: "A request that changes something needs the header x-anneal: 1.",
          reason: "A form of another site cannot send it.",
          hint: "Add the header, or use the token as a bearer.",
        };
      }
      return null;
    },
    judgeToken(asking) {
      const bearer = bearerOf(asking);
      if (bearer !== null) return tokens.isToken(bearer) ? null : refusal("auth.wrong-token");
      const cookie = cookieOf(asking.headers.cookie, tokens.cookieName());
      return cookie !== null && tokens.isCookie(cookie) ? null : refusal("auth.required");
    },
  };
}

export function refusal(code: "auth.required" | "auth.wrong-token"): ApiError {
  return {
    code,
    message: code === "auth.required" ? "This needs a session." : "This is not the token of this studio.",
    hint: "Open the address that was printed at the start; `anneal doctor` shows it again.",
  };
}

function bearerOf({ headers }: Asking): string | null {
  return BEARER.exec(headers.authorization ?? "")?.[1] ?? null;
}

function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}
