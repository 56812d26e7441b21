// Owns what is wrong with one row, each fault at its path, errors first.
"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import type { DatasetFinding } from "@/contract/dataset.ts";
import { useDatasetFindingText } from "./use-finding-text.ts";

export function RowFindings({ findings }: { findings: readonly DatasetFinding[] }) {
  const t = useT("dataset");
  const textOf = useDatasetFindingText();
  if (findings.length === 0) return null;
  const errors = findings.filter(({ severity }) => severity === "error");
  const warnings = findings.filter(({ severity }) => severity === "warning");
  return (
    <ul aria-label={t("row.findings")} className="border-b">
      {[...errors, ...warnings].map((finding, at) => {
        const key = `${at} ${finding.code}`;
        const isError = finding.severity === "error";
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          <li
            key={key}
            className={`flex gap-2 px-3 py-1.5 text-xs ${isError ? "bg-danger-surface" : "bg-warning-surface"}`}
          >
            <Icon
              aria-label={t(`check.${finding.severity}`)}
              className={`mt-0.5 size-3.5 shrink-0 ${isError ? "text-danger" : "text-warning"}`}
            />
            <span className="min-w-0 break-words">
              {textOf(finding)}
              {finding.path ? (
                <code className="ml-1.5 break-all font-mono text-muted">{finding.path}</code>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
