// Owns asking the engine's own parser, once our own checks have nothing against the config; an older question is aborted.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { engineVerdict } from "@/client/queries/engines.ts";
import { useSettled } from "@/client/use-settled.ts";
import { type ConfigDocument, readConfig } from "@/contract/config-document.ts";
import type { EngineVerdict } from "@/contract/engine.ts";
import type { RunSpec } from "@/contract/run.ts";

const SETTLE_MS = 400;
/** A warm helper answers in less; longer means that the engine is being started. */
const WARM_MS = 1500;

export type Verdict =
  /** Our own checks come first, or there is no engine to ask. */
  | { status: "idle" }
  | { status: "asking"; starting: boolean }
  | { status: "told"; doc: ConfigDocument; verdict: EngineVerdict };

/** `spec` null while there is nothing to ask about. */
export function useVerdict(spec: RunSpec | null, surroundings: string): Verdict {
  const asked = spec === null ? null : JSON.stringify({ ...spec, name: "check" });
  const settled = useSettled(asked, SETTLE_MS);
  const query = useQuery({
    queryKey: ["engines", "verdict", surroundings, settled],
    queryFn: async ({ signal }) => {
      const about: RunSpec = JSON.parse(settled ?? "null");
      return { doc: readConfig(about.config), verdict: await engineVerdict(about, signal) };
    },
    enabled: settled !== null && asked === settled,
    structuralSharing: false,
    retry: false,
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const waiting = query.isFetching;
  const [slow, setSlow] = useState(false);
  // External system: the clock.
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), WARM_MS);
    return () => clearTimeout(timer);
  }, [waiting]);

  const isAsked = asked !== null;
  const isWaiting = asked !== settled || waiting;
  const { data, error } = query;
  return useMemo((): Verdict => {
    if (!isAsked) return { status: "idle" };
    if (isWaiting || (!data && !error)) return { status: "asking", starting: slow };
    if (data) return { status: "told", ...data };
    const verdict: EngineVerdict = { status: "unavailable", message: error?.message ?? "" };
    return { status: "told", doc: readConfig(""), verdict };
  }, [isAsked, isWaiting, data, error, slow]);
}
