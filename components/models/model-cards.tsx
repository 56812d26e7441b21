// Owns the models as cards, for windows too narrow for a table.
"use client";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import { ModelActions } from "./model-actions.tsx";
import { ModelBadges } from "./model-badges.tsx";
import type { ModelListProps } from "./model-table.tsx";

export function ModelCards({ models, onForget }: ModelListProps) {
  const t = useT("models");
  return (
    <ul>
      {models.map((model) => (
        <li key={model.id} className="flex flex-col gap-1 border-b px-4 py-2.5">
          <div className="flex items-center gap-2">
            <h2 className="min-w-0 flex-1 truncate font-medium text-sm">{model.name}</h2>
            <ModelBadges model={model} />
            <span className="-mr-2">
              <ModelActions model={model} onForget={onForget} />
            </span>
          </div>
          <p className="break-all font-mono text-2xs text-faint">{model.path}</p>
          <KeyValueList>
            {model.architecture === null ? null : (
              <KeyValue name={t("column.architecture")}>{model.architecture}</KeyValue>
            )}
            <KeyValue name={t("column.size")}>
              {[
                formatBytes(model.bytes),
                model.parameters === null ? null : formatCount(model.parameters),
                model.dtype,
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </KeyValue>
            {model.template === null ? null : (
              <KeyValue name={t("column.template")}>{model.template}</KeyValue>
            )}
            {model.base === null ? null : <KeyValue name={t("column.base")}>{model.base}</KeyValue>}
            <KeyValue name={t("column.modified")}>
              <RelativeTime value={model.modifiedAt} />
            </KeyValue>
          </KeyValueList>
        </li>
      ))}
    </ul>
  );
}
