// Owns the chosen fixes being written as a new dataset.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import type { CheckResult } from "@/contract/dataset-scan.ts";
import { RewriteForm } from "./rewrite-form.tsx";

type FixSectionProps = { dataset: DatasetRef; result: CheckResult; fixes: ReadonlySet<string> };

export function FixSection({ dataset, result, fixes }: FixSectionProps) {
  const t = useT("dataset");
  const isFixable = result.counts.some(({ fix }) => fix !== null);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("check.rewriteTitle")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <p className="max-w-prose text-muted text-sm">
          {t(isFixable ? "check.rewriteBody" : "check.rewriteNone")}
        </p>
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
