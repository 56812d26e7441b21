// Owns questions and commands about datasets in the browser's cache: folders, one dataset, its rows, scans over it.
"use client";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { DatasetDefinition } from "@/contract/dataset.ts";
import type { EncodeSettings, ScanRequest } from "@/contract/dataset-scan.ts";
import type { RouteInput } from "@/contract/routes.ts";
import { call } from "../http.ts";

/** A dataset by its name and its folder; undefined is the home's own. */
export type DatasetRef = { name: string; dir: string | undefined };
export type GuessInput = NonNullable<RouteInput<"guessDataset">["body"]>;

export type CheckStage = NonNullable<Extract<ScanRequest, { kind: "check" }>["stage"]>;

/** Rows asked for at once. */
export const pageRows = 50;
const watching = 400;

const at = ({ name, dir }: DatasetRef) => ({ params: { name }, query: { dir } });

export const datasetQueries = {
  dirs: () =>
    queryOptions({
      queryKey: ["datasets", "dirs", "all"],
      queryFn: ({ signal }) => call("datasetDirs", {}, signal),
    }),
  detail: (ref: DatasetRef) =>
    queryOptions({
      queryKey: ["datasets", ref.dir ?? "", ref.name, "detail"],
      queryFn: ({ signal }) => call("dataset", at(ref), signal),
      refetchInterval: ({ state }) => (state.data?.index.status === "building" ? watching : false),
    }),
  rows: (ref: DatasetRef, from: number, count: number = pageRows) =>
    queryOptions({
      queryKey: ["datasets", ref.dir ?? "", ref.name, "rows", from, count],
      queryFn: ({ signal }) =>
        call("datasetRows", { params: { name: ref.name }, query: { dir: ref.dir, from, count } }, signal),
    }),
  /** No part of the list: what was looked at stays on the screen while it is being registered. */
  guess: (body: GuessInput) =>
    queryOptions({
      queryKey: ["dataset-guess", body],
      queryFn: ({ signal }) => call("guessDataset", { body }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  encoding: (ref: DatasetRef, row: number, settings: EncodeSettings) =>
    queryOptions({
      queryKey: ["datasets", ref.dir ?? "", ref.name, "encoding", row, settings],
      queryFn: ({ signal }) => call("encodeRow", { ...at(ref), body: { row, settings } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  /** The server's own words about a media file that an element could not show. */
  mediaProblem: (ref: DatasetRef, path: string) =>
    queryOptions({
      queryKey: ["datasets", ref.dir ?? "", ref.name, "media", path],
      queryFn: ({ signal }) =>
        call("datasetMedia", { params: { name: ref.name }, query: { dir: ref.dir, path } }, signal),
      retry: false,
    }),
  uploads: () =>
    queryOptions({ queryKey: ["uploads"], queryFn: ({ signal }) => call("uploads", {}, signal) }),
  /** A check of every row for a stage, begun once per state of the file; its progress is `scan`'s. */
  checked: (ref: DatasetRef, stage: CheckStage, stamp: string) =>
    queryOptions({
      queryKey: ["dataset-checked", ref.dir ?? "", ref.name, stage, stamp],
      queryFn: ({ signal }) => call("startScan", { ...at(ref), body: { kind: "check", stage } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  scan: (id: string) =>
    queryOptions({
      queryKey: ["scans", id],
      queryFn: ({ signal }) => call("scan", { params: { id } }, signal),
      refetchInterval: ({ state }) => (state.data?.state.status === "running" ? watching : false),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
};

function useRefresh(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ["datasets"] });
}

export function useAddDatasetDir() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (path: string) => call("addDatasetDir", { body: { path } }),
    onSuccess: refresh,
  });
}

export function useRemoveDatasetDir() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (path: string) => call("removeDatasetDir", { query: { path } }),
    onSuccess: refresh,
  });
}

export type SaveDataset = DatasetRef & {
  definition: DatasetDefinition;
  text?: string;
  replace?: boolean;
  rename?: string;
};

export function useSaveDataset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ name, dir, replace = false, ...body }: SaveDataset) =>
      call("saveDataset", { ...at({ name, dir }), body: { ...body, replace } }),
    onSuccess: refresh,
  });
}

export function useRemoveDataset() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ref: DatasetRef) => call("removeDataset", at(ref)),
    onSuccess: refresh,
  });
}

export function useStartScan(ref: DatasetRef) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ScanRequest) => call("startScan", { ...at(ref), body }),
    onSuccess: (scan) => cache.setQueryData(datasetQueries.scan(scan.id).queryKey, scan),
  });
}

export function useCancelScan() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call("cancelScan", { params: { id } }),
    onSuccess: (scan) => cache.setQueryData(datasetQueries.scan(scan.id).queryKey, scan),
  });
}

export function useFinishUpload() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, dir }: { id: string; dir: string | undefined }) =>
      call("finishUpload", { params: { id }, query: { dir } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: datasetQueries.uploads().queryKey }),
  });
}

export function useCancelUpload() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => call("cancelUpload", { params: { id } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: datasetQueries.uploads().queryKey }),
  });
}
