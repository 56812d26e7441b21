// Owns the list of findings by severity, the engine's own word, all certain fixes at once, and what will run.
"use client";
import { CircleCheck, WandSparkles } from "lucide-react";
import { memo } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { fixable } from "@/client/launch/fixes.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { FindingItem } from "./finding-item.tsx";
import { useLaunch } from "./launch-context.tsx";
import type { Preview } from "./use-preview.ts";
import type { Verdict } from "./use-verdict.ts";
import { VerdictLine } from "./verdict-line.tsx";
import { WillRun } from "./will-run.tsx";

const severities = ["error", "warning", "info"] as const;

export const ChecksPanel = memo(function ChecksPanel({
  preview,
  verdict,
}: {
  preview: Preview;
  verdict: Verdict;
}) {
  const t = useT("launch");
  const common = useT("common");
  const textOf = useFailureText();
  const { engine, findings, config, fix } = useLaunch();
  const problems = findings.map(({ problem }) => problem);
  const certain = fixable(problems);
  const readable = config.doc.problems.length === 0;
  const fine = findings.length === 0 && preview.answer !== null && preview.status !== "unreachable";
  return (
    <section
      aria-label={t("checks.title")}
      tabIndex={-1}
      className="flex min-w-0 flex-col bg-surface outline-none"
    >
      <div className="sticky top-0 z-10 flex min-h-9 items-center gap-2 border-b bg-surface px-4">
        <h2 className="font-medium text-sm">{t("checks.title")}</h2>
        {findings.length > 0 ? <Badge>{findings.length}</Badge> : null}
        {certain > 1 ? (
          <Button
            size="sm"
            variant="ghost"
            className="ml-auto text-accent-text"
            onClick={(event) => {
              fix(problems);
              event.currentTarget.closest("section")?.focus();
            }}
          >
            <WandSparkles aria-hidden />
            {t("checks.fixAll", { count: certain })}
          </Button>
        ) : null}
        {preview.status === "checking" && readable && certain < 2 ? (
          <span className="ml-auto flex items-center gap-1.5 text-faint text-xs">
            <Spinner className="size-3.5" />
            {t("checks.checking")}
          </span>
        ) : null}
      </div>
      <div className="flex flex-col gap-3 px-4 py-3">
        {fine ? (
          <p className="flex items-center gap-2">
            <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
            {t("checks.fine")}
          </p>
        ) : null}
        <VerdictLine verdict={verdict} engine={engine} />
        {preview.status === "unreachable" && readable ? (
          <ErrorState
            {...textOf(preview.error)}
            action={
              <Button size="sm" onClick={preview.retry}>
                {common("retry")}
              </Button>
            }
          />
        ) : null}
        {severities.map((severity) => {
          const members = findings.filter(({ problem }) => problem.severity === severity);
          if (members.length === 0) return null;
          return (
            <div key={severity} className="flex flex-col gap-1.5">
              <h3 className="text-faint text-xs">{t(`checks.${severity}`)}</h3>
              <ul className="flex flex-col gap-1">
                {members.map((finding) => (
                  <FindingItem
                    key={`${finding.problem.code} ${finding.problem.path} ${finding.problem.line} ${finding.problem.message}`}
                    finding={finding}
                  />
                ))}
              </ul>
            </div>
          );
        })}
        {readable && preview.answer && preview.answer.preview.files.length > 0 ? (
          <WillRun preview={preview.answer.preview} />
        ) : null}
      </div>
    </section>
  );
});
