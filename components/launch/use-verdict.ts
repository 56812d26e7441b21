// Owns asking the engine's own parser, once our own checks have nothing against the config; an older question is aborted.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { engineVerdict } from "@/client/queries/engines.ts";
import { type ConfigDocument, readConfig } from "@/contract/config-document.ts";
import type { EngineVerdict } from "@/contract/engine.ts";
import type { RunSpec } from "@/contract/run.ts";
import { useSettled } from "./use-settled.ts";

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

  if (asked === null) return { status: "idle" };
  if (asked !== settled || waiting) return { status: "asking", starting: slow };
  if (query.data) return { status: "told", ...query.data };
  if (query.error)
    return {
      status: "told",
      doc: readConfig(spec?.config ?? ""),
      verdict: { status: "unavailable", message: query.error.message },
    };
  return { status: "asking", starting: slow };
}
