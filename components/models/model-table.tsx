// Owns the models as a table, for windows with room for one.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { LocalModel } from "@/contract/library.ts";
import { ModelActions } from "./model-actions.tsx";
import { ModelBadges } from "./model-badges.tsx";
import { shortBase } from "./model-view.ts";

export type ModelListProps = { models: readonly LocalModel[]; onForget: (model: LocalModel) => void };

const columnClass = {
  name: "pr-2 pl-4 md:pl-6",
  kind: "w-44 px-2",
  architecture: "w-48 px-2 hidden xl:table-cell",
  parameters: "w-26 px-2 text-right hidden lg:table-cell",
  dtype: "w-24 px-2 hidden xl:table-cell",
  size: "w-24 px-2 text-right",
  template: "w-28 px-2 hidden lg:table-cell",
  base: "w-32 px-2 hidden lg:table-cell",
  modified: "w-26 px-2 text-right",
  actions: "w-10 pr-1.5 text-right",
} as const;

const columns = [
  "name",
  "kind",
  "architecture",
  "parameters",
  "dtype",
  "size",
  "template",
  "base",
  "modified",
] as const;

export function ModelTable({ models, onForget }: ModelListProps) {
  const t = useT("models");
  return (
    <table aria-label={t("table")} className="w-full table-fixed">
      <thead>
        <tr className="h-9 border-b text-left text-faint text-xs">
          {columns.map((column) => (
            <th key={column} scope="col" className={cn(columnClass[column], "font-normal")}>
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className={columnClass.actions}>
            <span className="sr-only">{t("column.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <tr key={model.id} className="h-9 border-b text-xs tabular-nums hover:bg-surface-2/60">
            <th
              scope="row"
              title={model.path}
              className={cn(columnClass.name, "truncate text-left font-medium text-sm")}
            >
              {model.name}
            </th>
            <td className={columnClass.kind}>
              <ModelBadges model={model} />
            </td>
            <Cell column="architecture" text={model.architecture} />
            <Cell
              column="parameters"
              text={model.parameters === null ? null : formatCount(model.parameters)}
            />
            <Cell column="dtype" text={model.dtype} />
            <Cell column="size" text={formatBytes(model.bytes)} />
            <Cell column="template" text={model.template} />
            <Cell
              column="base"
              text={model.base === null ? null : shortBase(model.base)}
              title={model.base}
            />
            <td className={cn(columnClass.modified, "text-muted")}>
              <RelativeTime value={model.modifiedAt} />
            </td>
            <td className={columnClass.actions}>
              <ModelActions model={model} onForget={onForget} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { column: keyof typeof columnClass; text: string | null; title?: string | null };

function Cell({ column, text, title }: CellProps) {
  return (
    <td title={title ?? text ?? undefined} className={cn(columnClass[column], "truncate text-muted")}>
      {text ?? <span className="text-faint">–</span>}
    </td>
  );
}
