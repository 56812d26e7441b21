// Owns the list of the user's Python plugins, and whether each was agreed to.
"use client";
import { FileCode2, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
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
              <li
                key={name}
                className="relative flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5 text-xs hover:bg-surface-2/60 md:px-6"
              >
                <Link
                  href={libraryHref("plugins", { kind: "show", name })}
                  className="min-w-0 basis-56 truncate font-medium text-sm after:absolute after:inset-0"
                >
                  {name}.py
                </Link>
                <span className="min-w-0 flex-1 truncate text-muted">
                  {registers.length > 0 ? t("plugins.registers", { names: registers.join(", ") }) : null}
                </span>
                {consented ? (
                  <Badge tone="success">{t("plugins.agreed")}</Badge>
                ) : (
                  <Badge tone="warning">{t("plugins.notAgreed")}</Badge>
                )}
                {problem === null ? null : (
                  <p className="flex basis-full items-start gap-1 text-danger">
                    <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
                    {problem}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
