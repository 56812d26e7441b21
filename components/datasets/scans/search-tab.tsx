// Owns finding rows by their text or by a fault, in the background, with the rows listed as they are found.
"use client";
import { Search, SearchX } from "lucide-react";
import { type FormEvent, useState } from "react";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { MultiSelect } from "@/components/ui/multi-select.tsx";
import type { DatasetTabProps } from "../page/use-dataset-view.ts";
import { useDatasetFindingText } from "../rows/use-finding-text.ts";
import { FoundRows } from "./found-rows.tsx";
import { ScanProgress } from "./scan-progress.tsx";
import { useScan } from "./use-scan.ts";

export function SearchTab({ view }: DatasetTabProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const wordsOf = useDatasetFindingText();
  const dataset = { name: view.name, dir: view.dir };
  const search = useScan(dataset, "search");
  const check = useScan(dataset, "check");
  const [text, setText] = useState("");
  const [codes, setCodes] = useState<string[]>([]);
  const faults = check.result?.counts ?? [];
  const { result, scan } = search;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "" && codes.length === 0) return;
    search.start({ kind: "search", text, codes: codes.length > 0 ? codes : undefined });
  };
  return (
    <div className="flex flex-col gap-4">
      <form onSubmit={submit} className="flex max-w-4xl flex-wrap items-end gap-2">
        <Field className="min-w-56 flex-1">
          <FieldLabel>{t("search.label")}</FieldLabel>
          <Input
            data-search
            type="search"
            value={text}
            onValueChange={setText}
            placeholder={t("search.placeholder")}
            icon={<Search />}
          />
        </Field>
        {faults.length > 0 ? (
          <Field className="min-w-56 flex-1">
            <FieldLabel>{t("search.codes")}</FieldLabel>
            <MultiSelect
              value={codes}
              onValueChange={setCodes}
              items={faults.map((each) => ({ value: each.code, label: wordsOf(each) }))}
              placeholder={t("search.codesPlaceholder")}
            />
          </Field>
        ) : null}
        <Button
          type="submit"
          variant="primary"
          busy={search.isStarting}
          disabled={text.trim() === "" && codes.length === 0}
        >
          {t("search.submit")}
        </Button>
      </form>
      {faults.length === 0 ? <p className="text-faint text-xs">{t("search.codesNone")}</p> : null}
      <ScanProgress handle={search} label={t("search.progress")} />
      {result && (result.matches > 0 || scan?.state.status === "done") ? (
        result.matches > 0 ? (
          <section aria-label={t("search.progress")} className="flex flex-col gap-2">
            <p aria-live="polite" className="text-sm tabular-nums">
              {t("search.matches", { count: result.matches, shown: formatCount(result.matches, locale) })}
              {result.matches > result.rows.length
                ? ` ${t("search.firstOnes", { count: formatCount(result.rows.length, locale) })}`
                : null}
            </p>
            <FoundRows key={scan?.id} dataset={dataset} rows={result.rows} />
          </section>
        ) : (
          <EmptyState icon={<SearchX />} title={t("search.none")} body={t("search.noneBody")} />
        )
      ) : null}
      {scan === null && search.problem === null ? (
        <EmptyState
          icon={<Search />}
          title={t("search.start")}
          body={t("search.startBody")}
          className="px-0 sm:px-0"
        />
      ) : null}
    </div>
  );
}
