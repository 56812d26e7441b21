// Owns the one upload queue of the page, as components see it. Walking from screen to screen leaves it alone.
"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { datasetQueries } from "../queries/datasets.ts";
import { announceUploads } from "./upload-presence.ts";
import { createUploadQueue, type UploadJob } from "./upload-queue.ts";

const whole = new Set<() => void>();

export const uploadQueue = createUploadQueue({
  onFirst: announceUploads,
  onWhole: () => {
    for (const tell of whole) tell();
  },
});

const none: readonly UploadJob[] = [];

export function useUploadJobs(): readonly UploadJob[] {
  const cache = useQueryClient();
  // External system: the upload queue, which says when the server's list has changed.
  useEffect(() => {
    const tell = () => void cache.invalidateQueries({ queryKey: datasetQueries.uploads().queryKey });
    whole.add(tell);
    return () => {
      whole.delete(tell);
    };
  }, [cache]);
  return useSyncExternalStore(uploadQueue.subscribe, uploadQueue.jobs, () => none);
}
