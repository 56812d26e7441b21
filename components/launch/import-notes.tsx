// Owns what is said about an import: what could not be taken over as it was, or is called otherwise here.
"use client";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import type { Problem } from "@/contract/problem.ts";
import { useFindingText } from "./finding-text.ts";
import { InlineCode } from "./inline-code.tsx";

const looks = {
  error: { icon: CircleAlert, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warning" },
  info: { icon: Info, tone: "text-info" },
} as const;

export function ImportNotes({ problems }: { problems: readonly Problem[] }) {
  const t = useT("launch");
  const textOf = useFindingText();
  if (problems.length === 0)
    return (
      <p className="flex items-center gap-2 text-muted text-xs">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
        {t("import.whole")}
      </p>
    );
  return (
    <ul aria-label={t("import.notes")} className="flex max-h-48 flex-col gap-1.5 overflow-y-auto">
      {problems.map((problem) => {
        const { icon: Icon, tone } = looks[problem.severity];
        const { message, hint } = textOf({ problem });
        return (
          <li key={`${problem.code} ${problem.path} ${problem.message}`} className="flex gap-2">
            <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", tone)} />
            <span className="min-w-0 break-words">
              <InlineCode text={message} />
              {hint ? (
                <span className="block text-muted text-xs">
                  <InlineCode text={hint} />
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
