// Owns one finding of the list: the way to its field and its line, and what settles it with one click.
"use client";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import type { Finding } from "@/client/launch/findings.ts";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { useFindingText } from "./finding-text.ts";
import { fixLabel } from "./fix-label.ts";
import { InlineCode } from "./inline-code.tsx";
import { InstallButton } from "./install-button.tsx";
import { useLaunch } from "./launch-context.tsx";

const looks = {
  error: { icon: CircleAlert, tone: "text-danger" },
  warning: { icon: TriangleAlert, tone: "text-warning" },
  info: { icon: Info, tone: "text-info" },
} as const;

export function FindingItem({ finding }: { finding: Finding }) {
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
      <div className="-mt-1 flex shrink-0 flex-wrap items-start justify-end gap-1">
        {problem.packages && problem.packages.length > 0 ? (
          <InstallButton packages={problem.packages} />
        ) : null}
        {label ? (
          <Button
            size="sm"
            className="max-w-40"
            onClick={(event) => {
              fix([problem]);
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
