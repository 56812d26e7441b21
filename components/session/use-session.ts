// Owns asking for the session: with the token of the address bar, with one typed in, again after silence.
"use client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { call } from "@/client/http.ts";
import { systemQueries } from "@/client/queries/system.ts";
import { openSession, takeTokenFromAddress } from "@/client/session.ts";
import { useConnection } from "@/client/socket.ts";
import { type SessionState, sessionState } from "./session-state.ts";

const againMs = 2000;

/** Taken from the address but not answered yet: it outlives a server that is not up. */
let unspent: string | null = null;

async function ask(signal: AbortSignal) {
  // The router learns of address changes from its own first effect on; this runs in one before it.
  await Promise.resolve();
  unspent = takeTokenFromAddress() ?? unspent;
  const token = unspent;
  if (token !== null) {
    await openSession(token).catch((error: unknown) => {
      if (sessionState({ known: false, error }).status !== "unreachable") unspent = null;
      throw error;
    });
    unspent = null;
  }
  return call("session", {}, signal);
}

const sessionQuery = queryOptions({
  ...systemQueries.session(),
  queryFn: ({ signal }) => ask(signal),
});

export type Session = {
  state: SessionState;
  /** Looks again; with a token, tries that one. */
  retry: (token?: string) => void;
  busy: boolean;
};

export function useSession(): Session {
  const cache = useQueryClient();
  const connection = useConnection();
  const { data, error, isFetching } = useQuery({
    ...sessionQuery,
    // While the socket is refused, only this tells an ended session from a server that is away.
    refetchInterval: (query) => {
      const { status } = sessionState({ known: query.state.data !== undefined, error: query.state.error });
      return status === "unreachable" || (status === "open" && connection === "offline") ? againMs : false;
    },
  });

  const retry = (token?: string) => {
    unspent = token ?? unspent;
    void cache.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };

  // External system: the address bar. A pasted address that differs only after the # loads nothing anew.
  useEffect(() => {
    const look = () => {
      if (location.hash.includes("token=")) void cache.invalidateQueries({ queryKey: sessionQuery.queryKey });
    };
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, [cache]);

  return { state: sessionState({ known: data !== undefined, error }), retry, busy: isFetching };
}
