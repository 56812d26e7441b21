// Owns questions and commands about local models, datasets and presets in the browser's cache.
"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../http.ts";

export const libraryQueries = {
  models: () => queryOptions({ queryKey: ["models"], queryFn: ({ signal }) => call("models", {}, signal) }),
  /** `dir` undefined: the home's own dataset folder. */
  datasets: (dir?: string) =>
    queryOptions({
      queryKey: ["datasets", dir ?? ""],
      queryFn: ({ signal }) => call("datasets", { query: { dir } }, signal),
    }),
  presets: () =>
    queryOptions({
      queryKey: ["presets"],
      queryFn: ({ signal }) => call("presets", {}, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  recipes: () =>
    queryOptions({ queryKey: ["recipes"], queryFn: ({ signal }) => call("recipes", {}, signal) }),
};

export function useAddModel() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (path: string) => call("addModel", { body: { path } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: libraryQueries.models().queryKey }),
  });
}

export function useRemoveModel() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call("removeModel", { params: { id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: libraryQueries.models().queryKey }),
  });
}

export function useSaveRecipe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...body }: { name: string; engine: string; config: string; replace: boolean }) =>
      call("saveRecipe", { params: { name }, body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: libraryQueries.recipes().queryKey }),
  });
}

export function useRemoveRecipe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => call("removeRecipe", { params: { name } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: libraryQueries.recipes().queryKey }),
  });
}
