// Owns questions about the studio and its machine in the browser's cache.
"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Settings } from "@/contract/system.ts";
import { call } from "../http.ts";

export const systemQueries = {
  /** Resolves only with a session: the gate of every page. */
  session: () =>
    queryOptions({
      queryKey: ["session"],
      queryFn: ({ signal }) => call("session", {}, signal),
      retry: false,
    }),
  info: () =>
    queryOptions({ queryKey: ["system", "info"], queryFn: ({ signal }) => call("system", {}, signal) }),
  /** Walks the home folder, so it is asked for on the settings page alone. */
  disk: () =>
    queryOptions({
      queryKey: ["system", "disk"],
      queryFn: ({ signal }) => call("system", { query: { disk: "true" } }, signal),
    }),
  /** The first reading; newer ones come through the socket. */
  hardware: () =>
    queryOptions({ queryKey: ["system", "hardware"], queryFn: ({ signal }) => call("hardware", {}, signal) }),
};

export function useSaveSettings() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<Settings>) => call("saveSettings", { body: changes }),
    onSuccess: () => cache.invalidateQueries({ queryKey: systemQueries.info().queryKey }),
  });
}

export function useEmptyTrash() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => call("emptyTrash"),
    onSuccess: () => cache.invalidateQueries({ queryKey: systemQueries.disk().queryKey }),
  });
}

export function useRotateToken() {
  return useMutation({ mutationFn: () => call("rotateToken") });
}
