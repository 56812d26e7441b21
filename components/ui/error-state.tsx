// Owns how an error is told: what happened, why, what to do, and the details behind a fold with a copy button.
"use client";
import { ChevronRight, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn.ts";
import { CodeBlock } from "./code-block.tsx";

type ErrorStateProps = {
  what: ReactNode;
  why?: ReactNode;
  todo?: ReactNode;
  /** Traceback or log lines. */
  details?: string;
  action?: ReactNode;
  className?: string;
};

export function ErrorState({ what, why, todo, details, action, className }: ErrorStateProps) {
  const t = useTranslations("common");
  return (
    <div
      role="alert"
      data-slot="error-state"
      className={cn(
        "flex min-w-0 gap-2.5 rounded-lg border border-danger/40 bg-danger-surface p-3 text-sm",
        className,
      )}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-medium">{what}</p>
        {why ? <p className="break-words">{why}</p> : null}
        {todo ? <p className="break-words">{todo}</p> : null}
        {action ? <div className="mt-1.5 flex flex-wrap gap-2">{action}</div> : null}
        {details ? (
          <details className="group mt-1 min-w-0">
            <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-xs">
              <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
              {t("details")}
            </summary>
            <CodeBlock code={details} label={t("details")} className="mt-1.5 max-h-72" />
          </details>
        ) : null}
      </div>
    </div>
  );
}
