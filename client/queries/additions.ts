// Owns questions and commands about templates, model groups and plugins in the browser's cache.
"use client";
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ModelGroupDefinition, RenderRequest, TemplateDefinition } from "@/contract/template.ts";
import { call } from "../http.ts";

export const additionQueries = {
  list: (engine: string) =>
    queryOptions({
      queryKey: ["additions", "list", engine],
      queryFn: ({ signal }) => call("additions", { params: { id: engine } }, signal),
    }),
  /** What was shown last stays until the next one is there. */
  rendering: (engine: string, request: RenderRequest) =>
    queryOptions({
      queryKey: ["additions", "rendering", engine, request],
      queryFn: ({ signal }) => call("renderTemplate", { params: { id: engine }, body: request }, signal),
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
    }),
  reading: (engine: string, text: string) =>
    queryOptions({
      queryKey: ["additions", "reading", engine, text],
      queryFn: ({ signal }) => call("readAddition", { params: { id: engine }, body: { text } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      retry: false,
    }),
};

/** After any change both what is listed and what a run may choose from are others. */
function useRefresh() {
  const cache = useQueryClient();
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ["additions"] }),
      cache.invalidateQueries({ queryKey: ["engines", "catalog"] }),
    ]);
}

/** `name`: what it was called before, or its name when it is new. */
export function useSaveTemplate(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ name, definition }: { name: string; definition: TemplateDefinition }) =>
      call("saveTemplate", { params: { id, name }, body: definition }),
    onSuccess,
  });
}

export function useSaveGroup(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ name, definition }: { name: string; definition: ModelGroupDefinition }) =>
      call("saveModelGroup", { params: { id, name }, body: definition }),
    onSuccess,
  });
}

export function useSavePlugin(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ name, code, consent }: { name: string; code: string; consent: boolean }) =>
      call("savePlugin", { params: { id, name }, body: { code, consent } }),
    onSuccess,
  });
}

export function useRemoveAddition(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ kind, name }: { kind: "template" | "group" | "plugin"; name: string }) => {
      const route = {
        template: "removeTemplate",
        group: "removeModelGroup",
        plugin: "removePlugin",
      } as const;
      return call(route[kind], { params: { id, name } });
    },
    onSuccess,
  });
}
