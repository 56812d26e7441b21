// Owns the chosen fixes being written as a new dataset.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import type { CheckResult } from "@/contract/dataset-scan.ts";
import { RewriteForm } from "./rewrite-form.tsx";

type FixSectionProps = {
  dataset: DatasetRef;
  result: CheckResult;
  fixes: ReadonlySet<string>;
  onFixes: (fixes: ReadonlySet<string>) => void;
};

export function FixSection({ dataset, result, fixes, onFixes }: FixSectionProps) {
  const t = useT("dataset");
  const certain = result.counts.flatMap(({ code, fix }) => (fix === null ? [] : code));
  const isFixable = certain.length > 0;
  const hasAll = certain.every((code) => fixes.has(code));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("check.rewriteTitle")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <p className="max-w-prose text-muted text-sm">
          {t(isFixable ? "check.rewriteBody" : "check.rewriteNone")}
        </p>
        {certain.length > 1 ? (
          <Checkbox
            checked={hasAll}
            indeterminate={!hasAll && fixes.size > 0}
            onCheckedChange={(all) => onFixes(new Set(all ? certain : []))}
          >
            {t("check.chooseAll")}
          </Checkbox>
        ) : null}
        {isFixable ? (
          <RewriteForm
            dataset={dataset}
            suggested={`${dataset.name}-fixed`}
            note={t("check.chosen", { count: fixes.size })}
            request={fixes.size > 0 ? { fixes: [...fixes] } : null}
          />
        ) : null}
      </CardBody>
    </Card>
  );
}
