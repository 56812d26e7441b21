// Owns asking the server what would happen now: shortly after the last change, the older question aborted.
"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { previewRun } from "@/client/queries/runs.ts";
import { useSettled } from "@/client/use-settled.ts";
import { type ConfigDocument, readConfig } from "@/contract/config-document.ts";
import type { RunPreview } from "@/contract/preview.ts";
import type { RunSpec } from "@/contract/run.ts";

const SETTLE_MS = 150;

export type Preview = {
  /** The last answer and the document it was about; it may be behind what is typed. */
  answer: { doc: ConfigDocument; preview: RunPreview } | null;
  status: "checking" | "checked" | "unreachable";
  error: unknown;
  retry: () => void;
};

/** `spec` null while there is nothing to ask about. `surroundings`: what else the answer depends on. */
export function usePreview(spec: RunSpec | null, surroundings: string): Preview {
  const asked = JSON.stringify(spec);
  const settled = useSettled(asked, SETTLE_MS);
  const query = useQuery({
    queryKey: ["runs", "preview", surroundings, settled],
    queryFn: async ({ signal }) => {
      const about: RunSpec = JSON.parse(settled);
      return { doc: readConfig(about.config), preview: await previewRun(about, signal) };
    },
    enabled: settled !== "null",
    placeholderData: keepPreviousData,
    structuralSharing: false,
    gcTime: 60_000,
  });
  const current = asked === settled && !query.isFetching;
  const { data = null, isError, error, refetch } = query;
  const status = !current ? "checking" : isError ? "unreachable" : "checked";
  return useMemo(
    () => ({ answer: data, status, error, retry: () => void refetch() }),
    [data, status, error, refetch],
  );
}
