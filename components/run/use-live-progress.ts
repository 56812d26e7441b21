// Owns how far a run is, from its events where they know more than the row in the list.
"use client";
import { type RunRecord, rateOf } from "@/client/live/run-record.ts";
import { useRunEvents } from "@/client/live/use-run-feed.ts";
import type { RunProgress, RunSummary } from "@/contract/run.ts";

export type LiveProgress = {
  record: RunRecord;
  progress: RunProgress | null;
  /** 0 to 1; null while the end is not known. */
  share: number | null;
  epoch: number | null;
  perSecond: number | null;
};

export function useLiveProgress(run: RunSummary): LiveProgress {
  const { record } = useRunEvents(run.id);
  const told = record.progress;
  const newest = told && told.unit === run.progress?.unit && told.done < run.progress.done ? null : told;
  const progress = newest ?? run.progress;
  const epochs = record.train.place("epoch");
  return {
    record,
    progress,
    share: progress && progress.total > 0 ? progress.done / progress.total : null,
    epoch: epochs[epochs.length - 1] ?? run.epoch,
    perSecond: rateOf(record),
  };
}
