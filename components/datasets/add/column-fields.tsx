// Owns saying by clicks which column of the rows is what. Where the columns are not known, their names are typed.
"use client";
import { columnOf, rolesOf, withColumn } from "@/client/datasets/definition.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { DatasetColumn } from "@/contract/dataset.ts";
import type { DefinitionProps } from "./format-fields.tsx";

/** No column has an empty name in JSON that anyone trains on. */
const NONE = "";

type ColumnFieldsProps = DefinitionProps & { columns: readonly DatasetColumn[] | null };

export function ColumnFields({ definition, columns, onChange }: ColumnFieldsProps) {
  const t = useT("datasets");
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="pb-1 font-medium text-sm">{t("confirm.columns")}</legend>
      {rolesOf(definition).map((role) => {
        const column = columnOf(definition, role);
        const found = columns?.find(({ name }) => name === column);
        const absent =
          column !== null && columns !== null && !found ? [{ value: column, label: column }] : [];
        return (
          <div
            key={role}
            className="grid grid-cols-[8rem_minmax(0,1fr)] items-center gap-2 sm:grid-cols-[9rem_12rem_minmax(0,1fr)]"
          >
            <span className="text-muted text-xs">{t(`confirm.role.${role}`)}</span>
            {columns === null ? (
              <Input
                mono
                autoComplete="off"
                aria-label={t(`confirm.role.${role}`)}
                value={column ?? ""}
                placeholder={t("confirm.notThere")}
                onValueChange={(value) => onChange(withColumn(definition, role, value || null))}
              />
            ) : (
              <Select
                aria-label={t(`confirm.role.${role}`)}
                value={column ?? NONE}
                onValueChange={(value) =>
                  onChange(withColumn(definition, role, value === NONE ? null : value))
                }
                items={[
                  { value: NONE, label: t("confirm.notThere") },
                  ...columns.map(({ name, kind }) => ({ value: name, label: name, hint: kind })),
                  ...absent,
                ]}
              />
            )}
            <span className="truncate font-mono text-2xs text-faint max-sm:hidden" title={found?.sample}>
              {found?.sample}
            </span>
          </div>
        );
      })}
    </fieldset>
  );
}
