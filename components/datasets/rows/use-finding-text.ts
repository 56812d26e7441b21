// Owns the words of a fault, and of its fix, in the person's language. A code without words of ours shows the server's.
"use client";
import { useCallback } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { DatasetFinding } from "@/contract/dataset.ts";

type Told = Pick<DatasetFinding, "code" | "message" | "params">;

export function useDatasetFindingText(): (finding: Told) => string {
  const t = useT("dataset");
  return useCallback(
    ({ code, message, params }) => {
      // A dot in a key would be a level of the messages.
      const key = `findings.${code.replace(".", "-")}` as const;
      if (!t.has(key)) return message;
      const isWhole = params !== undefined || !String(t.raw(key)).includes("{");
      return isWhole ? t(key, params) : message;
    },
    [t],
  );
}

export function useFixText(): (fix: { code: string; fix: string }) => string {
  const t = useT("dataset");
  return useCallback(
    ({ code, fix }) => {
      const key = `findings.${code.replace(".", "-")}-fix` as const;
      return t.has(key) ? t(key) : fix;
    },
    [t],
  );
}
