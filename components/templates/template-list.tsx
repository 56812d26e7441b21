// Owns the list of all templates: search, where they come from, and the way into each.
"use client";
import { FileText, SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { TemplateEntry } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
import {
  arranged,
  groupsWith,
  isMultimodal,
  isReasoning,
  matchesTemplate,
  type OriginFilter,
} from "./definition-view.ts";
import { EntryRow, NamesInRow } from "./entry-row.tsx";
import { EngineNotice, ListHeader } from "./list-header.tsx";
import { OriginBadge } from "./origin-badge.tsx";

type Row = { entry: TemplateEntry; used: readonly string[] };

export function TemplateList() {
  const t = useT("templates");
  const { additions } = useAdditions();
  const [text, setText] = useState("");
  const [origin, setOrigin] = useState<OriginFilter>("all");
  const searched = useDeferredValue(text);
  const rows = useMemo(
    () =>
      arranged(additions.templates).map((entry): Row => {
        return { entry, used: groupsWith(entry.definition.name, additions) };
      }),
    [additions],
  );
  const shown = rows.filter(
    ({ entry, used }) =>
      (origin === "all" || entry.origin === origin) && matchesTemplate(entry, used, searched),
  );
  return (
    <>
      <ListHeader
        tab="templates"
        addLabel={t("addTemplate")}
        meta={t("list.count", { count: rows.length })}
        search={{ label: t("list.search"), placeholder: t("list.placeholder"), text, onText: setText }}
        filter={{ value: origin, onValue: setOrigin }}
      />
      <EngineNotice />
      {shown.length > 0 ? (
        <ul aria-label={t("list.table")}>
          {shown.map(({ entry, used }) => (
            <TemplateRow key={entry.file ?? entry.definition.name} entry={entry} used={used} />
          ))}
        </ul>
      ) : origin === "user" && text.trim() === "" ? (
        <EmptyState icon={<FileText />} title={t("list.mine")} body={t("list.mineBody")} />
      ) : (
        <EmptyState icon={<SearchX />} title={t("list.noMatch")} body={t("list.noMatchBody")} />
      )}
    </>
  );
}

function TemplateRow({ entry, used }: Row) {
  const t = useT("templates");
  const { definition, origin, problem } = entry;
  const plugin = isMultimodal(definition) ? definition.mm_plugin?.name : null;
  return (
    <EntryRow
      href={libraryHref("templates", { kind: "show", name: definition.name })}
      name={definition.name}
      problem={problem}
    >
      <span className="flex gap-1 sm:basis-48">
        {plugin ? <Badge tone="info">{plugin}</Badge> : null}
        {isReasoning(definition) ? <Badge tone="violet">{t("list.reasoning")}</Badge> : null}
      </span>
      <NamesInRow names={used} />
      <span className="ml-auto">
        <OriginBadge origin={origin} />
      </span>
    </EntryRow>
  );
}
