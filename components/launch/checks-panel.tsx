// Owns the list of findings by severity, each with the way to its field and line and its certain fix, and what will run.
"use client";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import type { Finding } from "@/client/launch/findings.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useFindingText } from "./finding-text.ts";
import { fixLabel } from "./fix-label.ts";
import { InlineCode } from "./inline-code.tsx";
import { useLaunch } from "./launch-context.tsx";
import type { Preview } from "./use-preview.ts";
import { WillRun } from "./will-run.tsx";

const looks = {
  error: { icon: CircleAlert, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warning" },
  info: { icon: Info, tone: "text-info" },
} as const;

const severities = ["error", "warning", "info"] as const;

export function ChecksPanel({ preview }: { preview: Preview }) {
  const t = useT("launch");
  const common = useT("common");
  const textOf = useFailureText();
  const { findings, config } = useLaunch();
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
        {preview.status === "checking" && readable ? (
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
                  <Item
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
}

function Item({ finding }: { finding: Finding }) {
  const t = useT("launch");
  const textOf = useFindingText();
  const { reveal, revealLine, fix } = useLaunch();
  const { problem } = finding;
  const { line } = problem;
  const { message, hint } = textOf(finding);
  const label = fixLabel(problem, t);
  const Icon = looks[problem.severity].icon;
  const named = message.includes(`\`${problem.path}`);
  return (
    <li className="-mx-2 flex min-w-0 gap-2 rounded-md px-2 py-1 hover:bg-surface-2">
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", looks[problem.severity].tone)} />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={() => reveal(problem)}
          className="block w-full min-w-0 break-words rounded-sm text-left"
        >
          {problem.path && !named ? (
            <code className="mr-1.5 rounded-xs bg-surface-2 px-1 font-mono text-[0.92em]">
              {problem.path}
            </code>
          ) : null}
          <InlineCode text={message} />
        </button>
        {hint ? (
          <p className="break-words text-muted text-xs">
            <InlineCode text={hint} />
          </p>
        ) : null}
      </div>
      <div className="-mt-1 flex shrink-0 items-start gap-1">
        {label ? (
          <Button
            size="sm"
            className="max-w-40"
            onClick={(event) => {
              fix(problem);
              // The button goes with the finding; whoever uses the keyboard stays in the list.
              event.currentTarget.closest("section")?.focus();
            }}
          >
            <span className="truncate">{label}</span>
          </Button>
        ) : null}
        {line !== null ? (
          <Button size="sm" variant="ghost" className="px-1.5" onClick={() => revealLine(line)}>
            {t("checks.line", { line })}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
