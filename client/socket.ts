// Owns the one socket of a page and what is known of its connection. Refuses to interpret what comes through it.
"use client";
import { useSyncExternalStore } from "react";
import { io, type Socket } from "socket.io-client";
import type { ClientToServerEvents, ServerToClientEvents } from "@/contract/socket.ts";

export type AnnealSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
export type Connection = "connecting" | "online" | "offline";

let socket: AnnealSocket | null = null;
let connection: Connection = "connecting";
const listeners = new Set<() => void>();

function become(next: Connection): void {
  if (connection === next) return;
  connection = next;
  for (const listener of listeners) listener();
}

/** The page's socket, opened on first need. It reconnects by itself for ever; followers ask again from their cursor. */
export function getSocket(): AnnealSocket {
  if (socket) return socket;
  const opened: AnnealSocket = io({
    transports: ["websocket", "polling"],
    withCredentials: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
  });
  opened.on("connect", () => become("online"));
  opened.on("disconnect", () => become("offline"));
  opened.on("connect_error", () => become("offline"));
  // A server that ends the session closes the socket on purpose; socket.io then waits for us.
  opened.on("disconnect", (reason) => {
    if (reason === "io server disconnect") opened.connect();
  });
  socket = opened;
  return opened;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** State of the page's connection to the server. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => connection,
    () => "connecting" as const,
  );
}
