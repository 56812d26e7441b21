// Owns writing a new dataset out of this one: its name, the progress, what came of it and where to go from there.
"use client";
import { CircleCheck, Eye, Play, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { datasetHref, newRunHref } from "@/client/datasets/address.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { RewriteResult, ScanRequest } from "@/contract/dataset-scan.ts";
import { ScanProgress } from "./scan-progress.tsx";
import { useScan } from "./use-scan.ts";

type Rewrite = Extract<ScanRequest, { kind: "rewrite" }>;

type RewriteFormProps = {
  dataset: DatasetRef;
  suggested: string;
  note?: string;
  /** Null while there is nothing to write. */
  request: Pick<Rewrite, "fixes" | "format"> | null;
};

export function RewriteForm({ dataset, suggested, note, request }: RewriteFormProps) {
  const t = useT("dataset");
  const rewrite = useScan(dataset, "rewrite");
  const [name, setName] = useState<string | null>(null);
  const as = (name ?? suggested).trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (request && as !== "") rewrite.start({ kind: "rewrite", as, ...request });
  };
  return (
    <div className="flex flex-col gap-3">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <Field className="w-72 max-w-full">
          <FieldLabel>{t("rewrite.as")}</FieldLabel>
          <Input
            autoComplete="off"
            spellCheck={false}
            maxLength={128}
            value={name ?? suggested}
            onValueChange={setName}
          />
        </Field>
        <Button
          type="submit"
          variant="primary"
          busy={rewrite.isStarting}
          disabled={request === null || as === "" || rewrite.isRunning}
        >
          {t("rewrite.submit")}
        </Button>
        {note ? <span className="min-h-8 content-center text-muted text-xs">{note}</span> : null}
      </form>
      <ScanProgress handle={rewrite} label={t("rewrite.progress")} />
      {rewrite.result && rewrite.scan?.state.status === "done" ? (
        <Written dir={dataset.dir} result={rewrite.result} />
      ) : null}
    </div>
  );
}

function Written({ dir, result }: { dir: string | undefined; result: RewriteResult }) {
  const t = useT("dataset");
  const locale = useLocale();
  const { dataset: name, written, changed, dropped, lost } = result;
  const count = (value: number) => value.toLocaleString(locale);
  return (
    <div
      role="status"
      className="flex gap-2.5 rounded-lg border border-success/40 bg-success-surface p-3 text-sm"
    >
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="break-words font-medium">{t("rewrite.done", { name })}</p>
        <p className="tabular-nums">
          {t("rewrite.summary", {
            written: count(written),
            changed: count(changed),
            dropped: count(dropped),
          })}
        </p>
        {lost.length > 0 ? (
          <>
            <p className="mt-1 font-medium text-xs">{t("rewrite.lost")}</p>
            <ul className="list-disc pl-4 text-xs">
              {lost.map(({ what, rows }) => (
                <li key={what}>{t("rewrite.lostRow", { what, rows })}</li>
              ))}
            </ul>
          </>
        ) : null}
        <div className="mt-1.5 flex flex-wrap gap-2">
          <Button size="sm" render={<Link href={datasetHref({ name, dir })} />}>
            <Eye aria-hidden />
            {t("rewrite.open")}
          </Button>
          <Button size="sm" render={<Link href={datasetHref({ name, dir, tab: "check" })} />}>
            <ShieldCheck aria-hidden />
            {t("rewrite.check")}
          </Button>
          <Button size="sm" render={<Link href={newRunHref({ name, dir })} />}>
            <Play aria-hidden />
            {t("rewrite.use")}
          </Button>
        </div>
      </div>
    </div>
  );
}
