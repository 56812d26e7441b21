// Owns the faults of a dataset: errors first, each with its count, its first rows and its fix.
"use client";
import { CircleAlert, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { datasetHref } from "@/client/datasets/address.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import type { CheckResult } from "@/contract/dataset-scan.ts";
import { useDatasetFindingText, useFixText } from "../rows/use-finding-text.ts";

type Fault = CheckResult["counts"][number];
type FaultListProps = {
  dataset: DatasetRef;
  result: CheckResult;
  fixes: ReadonlySet<string>;
  /** Null while the check is under way: there may be more to come. */
  onFix: ((code: string, chosen: boolean) => void) | null;
};

const SHOWN = 12;

export function FaultList({ dataset, result, fixes, onFix }: FaultListProps) {
  const bySeverity = [...result.counts].sort((a, b) =>
    a.severity === b.severity ? b.count - a.count : a.severity === "error" ? -1 : 1,
  );
  if (bySeverity.length === 0) return null;
  return (
    <Card>
      <ul>
        {bySeverity.map((fault) => (
          <FaultItem
            key={fault.code}
            fault={fault}
            dataset={dataset}
            paths={result.findings}
            chosen={fixes.has(fault.code)}
            onFix={onFix}
          />
        ))}
      </ul>
    </Card>
  );
}

type FaultItemProps = {
  fault: Fault;
  dataset: DatasetRef;
  paths: CheckResult["findings"];
  chosen: boolean;
  onFix: FaultListProps["onFix"];
};

function FaultItem({ fault, dataset, paths, chosen, onFix }: FaultItemProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const wordsOf = useDatasetFindingText();
  const fixOf = useFixText();
  const isError = fault.severity === "error";
  const Icon = isError ? CircleAlert : TriangleAlert;
  const first = paths.find(({ code }) => code === fault.code);
  const told = first ? wordsOf(first) : wordsOf(fault);
  const ofSet = fault.code.startsWith("definition.") || fault.code.startsWith("stage.");
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] gap-x-2.5 gap-y-1 border-b px-3 py-2.5 last:border-b-0">
      <Icon
        aria-label={t(`check.${fault.severity}`)}
        className={`mt-0.5 size-4 ${isError ? "text-danger" : "text-warning"}`}
      />
      <p className="min-w-0 break-words text-sm">{told}</p>
      <Badge tone={isError ? "danger" : "warning"} className="tabular-nums">
        {ofSet && fault.rows.length === 0 ? t("check.wholeSet") : t("check.count", { count: fault.count })}
      </Badge>
      <div className="col-start-2 col-end-4 flex flex-col gap-1">
        {fault.rows.length > 0 ? (
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
            {t("check.rows")}
            {fault.rows.slice(0, SHOWN).map((row) => {
              const path = paths.find((each) => each.code === fault.code && each.row === row)?.path;
              return (
                <Link
                  key={row}
                  href={datasetHref({ ...dataset, row })}
                  title={path}
                  className="min-w-6 rounded-sm py-0.5 text-center text-accent-text tabular-nums underline-offset-2 hover:underline"
                >
                  {(row + 1).toLocaleString(locale)}
                </Link>
              );
            })}
            {fault.count > SHOWN ? "…" : null}
          </p>
        ) : null}
        {fault.fix === null ? (
          <p className="text-faint text-xs">{t("check.byHand")}</p>
        ) : (
          <Checkbox
            checked={chosen}
            disabled={onFix === null}
            onCheckedChange={(next) => onFix?.(fault.code, next)}
            className="text-xs"
          >
            {t("check.fix", { fix: fixOf({ code: fault.code, fix: fault.fix }) })}
          </Checkbox>
        )}
      </div>
    </li>
  );
}
