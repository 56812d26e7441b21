// Owns the choice of datasets by name, with what is known of each and why one cannot be used.
"use client";
import { useMemo } from "react";
import { purposeOf } from "@/client/datasets/fitness.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { readNames, writeNames } from "@/client/launch/dataset-value.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { MultiSelect } from "@/components/ui/multi-select.tsx";
import type { DatasetEntry } from "@/contract/library.ts";
import { DatasetLine } from "./dataset-line.tsx";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { useFinding, useLaunch } from "./launch-context.tsx";
import { useDatasets } from "./use-datasets.ts";

export function DatasetNames() {
  const t = useT("launch");
  const common = useT("common");
  const locale = useLocale();
  const textOf = useFailureText();
  const launch = useLaunch();
  const { engine, store, config } = launch;
  const { datasets: path, datasetDir } = engine.roles;
  const ofNames = useFinding(path);
  const ofDir = useFinding(datasetDir);
  const finding = ofNames ?? ofDir;
  const value = config.shown.get(path);
  const chosen = readNames(value);
  const { folder, list, entries } = useDatasets(launch);

  const items = useMemo(() => {
    const rowsOf = ({ rows, source }: DatasetEntry) => {
      if (rows !== null) return t("data.rows", { rows: formatCount(rows, locale) });
      return source === "hub" ? t("data.hub") : null;
    };
    return entries.map((entry) => ({
      value: entry.name,
      label: entry.name,
      hint:
        entry.problem ??
        [rowsOf(entry), entry.formatting, t(`data.purpose.${purposeOf(entry)}`)]
          .filter((part) => part !== null)
          .join(" · "),
      disabled: entry.problem !== null,
    }));
  }, [entries, t, locale]);

  return (
    <>
      <Field id={fieldId(path)} invalid={isError(finding)}>
        <FieldLabel>{t("data.label")}</FieldLabel>
        <MultiSelect
          value={chosen}
          items={items}
          placeholder={t("data.placeholder")}
          emptyText={entries.length === 0 ? t("data.none") : t("data.empty")}
          onValueChange={(names) => store.set({ [path]: writeNames(names, value) })}
        />
        <FindingLine finding={finding} />
        {list.data ? (
          <FieldHelp className="break-all">{t("data.from", { dir: list.data.dir })}</FieldHelp>
        ) : null}
        {folder.kind === "elsewhere" ? <FieldHelp>{t("data.elsewhere")}</FieldHelp> : null}
      </Field>
      {list.data && chosen.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {chosen.map((name) => (
            <DatasetLine
              key={name}
              name={name}
              entry={entries.find((entry) => entry.name === name)}
              dir={list.data.dir}
              stage={config.shown.get(engine.roles.stage)}
            />
          ))}
        </ul>
      ) : null}
      {list.data?.problem ? <ErrorState what={t("data.brokenWhat")} why={list.data.problem} /> : null}
      {list.isError && !finding ? (
        <ErrorState
          {...textOf(list.error)}
          action={
            <Button size="sm" onClick={() => list.refetch()}>
              {common("retry")}
            </Button>
          }
        />
      ) : null}
    </>
  );
}
