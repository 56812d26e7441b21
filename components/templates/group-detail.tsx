// Owns the page of one model group: its models with their ids on each hub, and the template they speak.
"use client";
import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
import { BackLink, DetailHeader } from "./detail-header.tsx";
import { HUBS } from "./group-form.ts";

export function GroupDetail({ name }: { name: string }) {
  const t = useT("templates");
  const { additions } = useAdditions();
  const entry = additions.groups.find(({ definition }) => definition.name === name);
  if (!entry)
    return (
      <>
        <PageHeader title={name} actions={<BackLink tab="groups" />} />
        <EmptyState
          icon={<FileQuestion />}
          title={t("groups.missing", { name })}
          body={t("detail.missingBody")}
        />
      </>
    );
  const { template, models, multimodal } = entry.definition;
  return (
    <>
      <DetailHeader tab="groups" name={name} origin={entry.origin} />
      <div className="flex max-w-5xl flex-col gap-4 p-4 md:px-6">
        {entry.problem === null ? null : <ErrorState what={entry.problem} />}
        <KeyValueList>
          <KeyValue name={t("groups.template")}>
            {template ? (
              <Link
                className="rounded-sm text-accent-text underline underline-offset-2"
                href={libraryHref("templates", { kind: "show", name: template })}
              >
                {template}
              </Link>
            ) : (
              t("groups.noTemplate")
            )}
          </KeyValue>
          <KeyValue name={t("groups.multimodalShort")}>
            {multimodal ? t("detail.yes") : t("detail.no")}
          </KeyValue>
          {entry.file === null ? null : (
            <KeyValue name={t("detail.file")} mono>
              {entry.file}
            </KeyValue>
          )}
        </KeyValueList>
        <ul aria-label={t("groups.models")} className="rounded-lg border bg-surface">
          {Object.entries(models).map(([model, hubs]) => (
            <li
              key={model}
              className="flex flex-col gap-0.5 border-b px-3 py-1.5 text-xs last:border-b-0 sm:flex-row sm:gap-4"
            >
              <span className="font-medium text-sm sm:basis-72">{model}</span>
              <span className="flex min-w-0 flex-1 flex-col">
                {HUBS.filter((hub) => hubs[hub]).map((hub) => (
                  <span key={hub} className="flex gap-2">
                    <span className="w-24 shrink-0 text-muted">{t(`groups.hub.${hub}`)}</span>
                    <span className="min-w-0 break-all font-mono">{hubs[hub]}</span>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
