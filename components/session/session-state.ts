// Owns what the answers to "is this session known" mean for the page, as a union. Refuses to ask.
import { isApiFailure } from "@/client/http.ts";

export type SessionState =
  | { status: "checking" }
  | { status: "open" }
  /** `error`: what the last try was refused with; null when nobody tried yet. */
  | { status: "closed"; error: unknown }
  | { status: "unreachable" }
  | { status: "refused"; error: unknown };

export type SessionAnswer = { known: boolean; error: unknown };

/** A session once known ends only by the server's word: silence is no reason to take the page away. */
export function sessionState({ known, error }: SessionAnswer): SessionState {
  if (!error) return { status: known ? "open" : "checking" };
  if (!isApiFailure(error)) return { status: "refused", error };
  const code = error.body?.code;
  if (code === "auth.required") return { status: "closed", error: null };
  if (code === "auth.wrong-token" || code === "rate.limited") return { status: "closed", error };
  if (known) return { status: "open" };
  // A proxy in front of a server that is down answers 502 to 504, without a body of ours.
  if (error.body === null && (error.status === 0 || error.status >= 502)) return { status: "unreachable" };
  return { status: "refused", error };
}
