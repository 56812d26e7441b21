// Owns how a page gets its session: the token of the address bar, once, for a cookie. Refuses to keep the token.
import { call } from "./http.ts";

/** The token from `#token=…`, taken out of the address and the history. */
export function takeTokenFromAddress(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  // Without a state of its own, so that the router takes note; else it would put the old address back.
  if (token) history.replaceState(null, "", location.pathname + location.search);
  return token;
}

/** Exchanges a token for the session cookie; throws ApiFailure auth.wrong-token or rate.limited. */
export async function openSession(token: string): Promise<void> {
  await call("openSession", { body: { token: token.trim() } });
}
