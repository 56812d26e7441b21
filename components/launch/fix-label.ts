// Owns the words of the button that applies a finding's certain fix.

import type { useT } from "@/client/i18n/use-t.ts";
import { valueText } from "@/contract/config-document.ts";
import type { Problem } from "@/contract/problem.ts";

/** Null when there is nothing certain to offer. */
export function fixLabel({ fix, path }: Problem, t: ReturnType<typeof useT<"launch">>): string | null {
  if (!fix || path === "") return null;
  if (fix.rename !== undefined) return t("checks.rename", { name: fix.rename });
  return fix.value === null ? t("checks.remove") : t("checks.fix", { value: valueText(fix.value) });
}
