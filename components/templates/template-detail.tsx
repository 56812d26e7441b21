// Owns the page of one template: how it writes a conversation, its parts, its stop words, where it is used.
"use client";
import { FileQuestion } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { KeyValue, KeyValueList } from "@/components/ui/key-value.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import type { TemplateDefinition, TemplateSlot } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
import { escaped, groupsWith, slotText } from "./definition-view.ts";
import { BackLink, DetailHeader } from "./detail-header.tsx";
import { LiveRendering } from "./live-rendering.tsx";
import { numbered } from "./numbered.ts";
import { SLOT_KEYS } from "./template-form.ts";

export function TemplateDetail({ name }: { name: string }) {
  const t = useT("templates");
  const { additions } = useAdditions();
  const entry = additions.templates.find(({ definition }) => definition.name === name);
  if (!entry)
    return (
      <>
        <PageHeader title={name} actions={<BackLink tab="templates" />} />
        <EmptyState
          icon={<FileQuestion />}
          title={t("detail.missing", { name })}
          body={t("detail.missingBody")}
        />
      </>
    );
  const used = groupsWith(name, additions);
  return (
    <>
      <DetailHeader tab="templates" name={name} origin={entry.origin} />
      <div className="grid items-start gap-4 p-4 md:px-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {entry.problem === null ? null : <ErrorState className="xl:col-span-2" what={entry.problem} />}
        <LiveRendering
          template={entry.origin === "engine" ? name : entry.definition}
          definition={entry.definition}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <CardHeader>
              <CardTitle>{t("detail.parts")}</CardTitle>
            </CardHeader>
            <CardBody>
              <Parts definition={entry.definition} file={entry.file} />
            </CardBody>
          </Card>
          <Card>
            <CardHeader>
              <CardTitle>{t("detail.usedBy")}</CardTitle>
            </CardHeader>
            <CardBody>
              {used.length === 0 ? (
                <p className="text-muted text-sm">{t("detail.unused")}</p>
              ) : (
                <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
                  {used.map((group) => (
                    <li key={group}>
                      <Link
                        className="rounded-sm text-accent-text underline underline-offset-2"
                        href={libraryHref("groups", { kind: "show", name: group })}
                      >
                        {group}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </CardBody>
          </Card>
        </div>
      </div>
    </>
  );
}

function Parts({ definition, file }: { definition: TemplateDefinition; file: string | null }) {
  const t = useT("templates");
  const yes = (on: boolean | null | undefined) => (on ? t("detail.yes") : t("detail.no"));
  const flags = [
    "efficient_eos",
    "replace_eos",
    "replace_jinja_template",
    "preserve_thinking",
  ] as const satisfies readonly (keyof TemplateDefinition)[];
  const { mm_plugin, stop_words, thought_words, default_system, tool_format, template_class } = definition;
  return (
    <>
      <KeyValueList>
        {SLOT_KEYS.filter((key) => definition[key]?.length).map((key) => (
          <KeyValue key={key} name={t(`field.${key}`)}>
            <Slots slots={definition[key] ?? []} />
          </KeyValue>
        ))}
        {default_system ? (
          <KeyValue name={t("field.default_system")} mono>
            {escaped(default_system)}
          </KeyValue>
        ) : null}
        {tool_format ? <KeyValue name={t("field.tool_format")}>{tool_format}</KeyValue> : null}
        <KeyValue name={t("detail.stopWords")} mono>
          {stop_words?.length ? stop_words.map(escaped).join("  ") : t("detail.none")}
        </KeyValue>
        {thought_words ? (
          <KeyValue name={t("field.thought_words")} mono>
            {thought_words.map(escaped).join(" … ")}
          </KeyValue>
        ) : null}
        {mm_plugin ? (
          <KeyValue name={t("field.mm_plugin")} mono>
            {Object.values(mm_plugin)
              .filter((word) => word)
              .join("  ")}
          </KeyValue>
        ) : null}
        {template_class ? <KeyValue name={t("field.template_class")}>{template_class}</KeyValue> : null}
        {flags.map((flag) =>
          definition[flag] === undefined ? null : (
            <KeyValue key={flag} name={t(`field.${flag}`)}>
              {yes(definition[flag])}
            </KeyValue>
          ),
        )}
        {file === null ? null : (
          <KeyValue name={t("detail.file")} mono>
            {file}
          </KeyValue>
        )}
      </KeyValueList>
      <p className="mt-2 text-muted text-xs">{t("detail.defaults")}</p>
    </>
  );
}

function Slots({ slots }: { slots: readonly TemplateSlot[] }) {
  return (
    <span className="flex flex-wrap gap-1 font-mono">
      {numbered(slots).map(({ item, number }) =>
        typeof item === "string" ? (
          <span key={number} className="wrap-anywhere">
            {slotText(item)}
          </span>
        ) : (
          <Badge key={number} tone="outline" className="font-mono">
            {slotText(item)}
          </Badge>
        ),
      )}
    </span>
  );
}
