// Owns the list of the user's Python plugins, and whether each was agreed to.
"use client";
import { FileCode2 } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
import { EntryRow } from "./entry-row.tsx";
import { ListHeader } from "./list-header.tsx";

export function PluginList() {
  const t = useT("templates");
  const { additions } = useAdditions();
  return (
    <>
      <ListHeader tab="plugins" addLabel={t("addPlugin")} />
      {additions.plugins.length === 0 ? (
        <EmptyState icon={<FileCode2 />} title={t("plugins.empty")} body={t("plugins.intro")} />
      ) : (
        <>
          <p className="max-w-3xl px-4 py-3 text-muted text-sm md:px-6">{t("plugins.intro")}</p>
          <ul aria-label={t("plugins.title")} className="border-t">
            {additions.plugins.map(({ name, registers, consented, problem }) => (
              <EntryRow
                key={name}
                href={libraryHref("plugins", { kind: "show", name })}
                name={`${name}.py`}
                problem={problem}
              >
                <span className="min-w-0 flex-1 truncate text-muted">
                  {registers.length > 0 ? t("plugins.registers", { names: registers.join(", ") }) : null}
                </span>
                {consented ? (
                  <Badge tone="success">{t("plugins.agreed")}</Badge>
                ) : (
                  <Badge tone="warning">{t("plugins.notAgreed")}</Badge>
                )}
              </EntryRow>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
