// Owns one kind of work over a whole dataset as a view sees it: started, watched, cancelled, found again after a reload.
"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { rememberedScan, rememberScan } from "@/client/datasets/scan-memory.ts";
import { isApiFailure } from "@/client/http.ts";
import { type DatasetRef, datasetQueries, useCancelScan, useStartScan } from "@/client/queries/datasets.ts";
import type { Scan, ScanRequest, ScanResult } from "@/contract/dataset-scan.ts";

export type ScanKind = Scan["kind"];
type ResultOf<Kind extends ScanKind> = Extract<ScanResult, { kind: Kind }>;

export type ScanHandle<Kind extends ScanKind> = {
  scan: Scan | null;
  result: ResultOf<Kind> | null;
  isRunning: boolean;
  isStarting: boolean;
  /** Starting was refused, or the server has forgotten the scan. */
  problem: { kind: "refused"; error: unknown } | { kind: "lost" } | null;
  start: (request: Extract<ScanRequest, { kind: Kind }>) => void;
  cancel: () => void;
};

function isResult<Kind extends ScanKind>(result: ScanResult | null, kind: Kind): result is ResultOf<Kind> {
  return result?.kind === kind;
}

export function useScan<Kind extends ScanKind>(dataset: DatasetRef, kind: Kind): ScanHandle<Kind> {
  const [id, setId] = useState(() => rememberedScan(dataset, kind));
  const cache = useQueryClient();
  const answer = useQuery({ ...datasetQueries.scan(id ?? ""), enabled: id !== null });
  const starting = useStartScan(dataset);
  const cancelling = useCancelScan();
  const scan = id === null ? null : (answer.data ?? null);
  const result = scan?.result ?? null;
  const isLost = isApiFailure(answer.error) && answer.error.status === 404;
  return {
    scan,
    result: isResult(result, kind) ? result : null,
    isRunning: scan?.state.status === "running",
    isStarting: starting.isPending,
    problem: starting.error
      ? { kind: "refused", error: starting.error }
      : isLost
        ? { kind: "lost" }
        : answer.error
          ? { kind: "refused", error: answer.error }
          : null,
    start(request) {
      starting.mutate(request, {
        onSuccess: (begun) => {
          rememberScan(dataset, kind, begun.id);
          setId(begun.id);
          void cache.invalidateQueries({ queryKey: datasetQueries.scan(begun.id).queryKey });
        },
      });
    },
    cancel() {
      if (scan) cancelling.mutate(scan.id);
    },
  };
}
