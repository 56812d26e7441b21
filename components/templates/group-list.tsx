// Owns the list of all model groups: search over names and ids, where they come from, and the way into each.
"use client";
import { Boxes, SearchX } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { ModelGroupEntry } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
import { arranged, matchesGroup, type OriginFilter } from "./definition-view.ts";
import { EntryRow, NamesInRow } from "./entry-row.tsx";
import { EngineNotice, ListHeader } from "./list-header.tsx";
import { OriginBadge } from "./origin-badge.tsx";

export function GroupList() {
  const t = useT("templates");
  const { additions } = useAdditions();
  const [text, setText] = useState("");
  const [origin, setOrigin] = useState<OriginFilter>("all");
  const searched = useDeferredValue(text);
  const rows = useMemo(() => arranged(additions.groups), [additions]);
  const shown = rows.filter(
    (entry) => (origin === "all" || entry.origin === origin) && matchesGroup(entry, searched),
  );
  const models = rows.reduce((sum, { definition }) => sum + Object.keys(definition.models).length, 0);
  return (
    <>
      <ListHeader
        tab="groups"
        addLabel={t("addGroup")}
        meta={t("groups.count", { groups: rows.length, models })}
        search={{ label: t("groups.search"), placeholder: t("groups.placeholder"), text, onText: setText }}
        filter={{ value: origin, onValue: setOrigin }}
      />
      <EngineNotice />
      {shown.length > 0 ? (
        <ul aria-label={t("groups.table")}>
          {shown.map((entry) => (
            <GroupRow key={entry.file ?? entry.definition.name} entry={entry} />
          ))}
        </ul>
      ) : origin === "user" && text.trim() === "" ? (
        <EmptyState icon={<Boxes />} title={t("groups.mine")} body={t("groups.mineBody")} />
      ) : (
        <EmptyState icon={<SearchX />} title={t("groups.noMatch")} body={t("groups.noMatchBody")} />
      )}
    </>
  );
}

function GroupRow({ entry }: { entry: ModelGroupEntry }) {
  const t = useT("templates");
  const { definition, origin, problem } = entry;
  const names = Object.keys(definition.models);
  return (
    <EntryRow
      href={libraryHref("groups", { kind: "show", name: definition.name })}
      name={definition.name}
      problem={problem}
    >
      <span className="basis-8 text-right text-muted tabular-nums">{names.length}</span>
      <span className="truncate sm:basis-36">{definition.template ?? ""}</span>
      {definition.multimodal ? <Badge tone="info">{t("groups.multimodalShort")}</Badge> : null}
      <NamesInRow names={names} />
      <span className="ml-auto">
        <OriginBadge origin={origin} />
      </span>
    </EntryRow>
  );
}
