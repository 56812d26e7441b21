// Owns the words of a finding in the person's language. A code without words of ours shows the server's.
"use client";
import { useCallback } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { Finding } from "@/client/launch/findings.ts";

export type FindingText = { message: string; hint: string | undefined };

export function useFindingText(): (finding: Finding) => FindingText {
  const t = useT("launch");
  return useCallback(
    ({ field, problem }) => {
      if (field) {
        const limit = "limit" in field.problem ? field.problem.limit : 0;
        return { message: t(`fields.problem.${field.problem.code}`, { limit }), hint: undefined };
      }
      // A dot in a key would be a level of the messages.
      const key = `finding.${problem.code.replace(".", "-")}` as const;
      if (!t.has(key)) return { message: problem.message, hint: problem.hint };
      const { nearest } = problem.params ?? {};
      const hintKey = `${key}-hint` as const;
      return {
        // Whoever wrote the words of a refusal may be quoted.
        message: t(key, { said: problem.message, ...problem.params }),
        hint: nearest
          ? t("nearest", { name: nearest })
          : t.has(hintKey)
            ? t(hintKey, problem.params)
            : undefined,
      };
    },
    [t],
  );
}
