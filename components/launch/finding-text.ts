// Owns the words of a finding in the person's language. A code without words of ours shows the server's.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import type { Finding } from "@/client/launch/findings.ts";

export type FindingText = { message: string; hint: string | undefined };

export function useFindingText(): (finding: Finding) => FindingText {
  const t = useT("launch");
  return ({ field, problem }) => {
    if (field) {
      const limit = "limit" in field.problem ? field.problem.limit : 0;
      return { message: t(`fields.problem.${field.problem.code}`, { limit }), hint: undefined };
    }
    return { message: problem.message, hint: problem.hint };
  };
}
