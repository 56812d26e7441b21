// Owns every key of the engine: by the engine's own headings, folded, or as the results of a search.
"use client";
import { ChevronRight } from "lucide-react";
import { memo, useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import {
  type ArgumentRow,
  type ArgumentSection,
  argumentSections,
  changedRows,
} from "@/client/launch/argument-rows.ts";
import { isModified, isRole } from "@/client/launch/field-view.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ArgumentField } from "./argument-field.tsx";
import { useLaunch } from "./launch-context.tsx";

const SHOWN_AT_FIRST = 30;

export function AllArguments({ rows }: { rows: readonly ArgumentRow[] }) {
  const words = useSectionWords();
  const t = useT("launch");
  const sections = useMemo(() => argumentSections(rows), [rows]);
  const groups = useMemo(() => Map.groupBy(sections, ({ of }) => of), [sections]);
  /** An engine without headings inside its groups: the groups are the folds. */
  const plain = sections.every(({ name }) => name === null);
  return (
    <div className="flex flex-col gap-3">
      {plain ? (
        <div className="flex min-w-0 flex-col">
          {sections.map((section) => (
            <SectionFold key={section.id} section={section} title={words(section.of)} />
          ))}
        </div>
      ) : (
        [...groups].map(([of, members]) => (
          <fieldset key={of} className="flex min-w-0 flex-col">
            <legend className="pb-1 text-faint text-xs">{words(of)}</legend>
            {members.map((section) => (
              <SectionFold
                key={section.id}
                section={section}
                title={section.name === null ? t("arguments.general") : words(section.name)}
              />
            ))}
          </fieldset>
        ))
      )}
    </div>
  );
}

function useSectionWords(): (name: string) => string {
  const t = useT("launch");
  return (name) => {
    const key = `arguments.section.${name}` as const;
    return t.has(key) ? t(key) : name;
  };
}

function SectionFold({ section, title }: { section: ArgumentSection; title: string }) {
  const t = useT("launch");
  const { config } = useLaunch();
  const [open, setOpen] = useState(false);
  const changed = changedRows(section.rows, config.shown);
  return (
    <details
      className="group/fold min-w-0"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="-mx-2 flex h-8 cursor-pointer list-none items-center gap-1.5 rounded-md px-2 text-sm hover:bg-surface-2">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-open/fold:rotate-90"
        />
        <span className="font-medium">{title}</span>
        <span className="text-faint text-xs tabular-nums">{section.rows.length}</span>
        {changed > 0 ? <Badge>{t("fields.changed", { count: changed })}</Badge> : null}
      </summary>
      {open ? <Rows rows={section.rows} /> : null}
    </details>
  );
}

type FoundProps = { query: string; rows: readonly ArgumentRow[] };

/** What a search found, a page of it at first. */
export const FoundArguments = memo(function FoundArguments({ query, rows }: FoundProps) {
  const t = useT("launch");
  const [wholeFor, setWholeFor] = useState("");
  const all = wholeFor === query;
  const shown = all ? rows : rows.slice(0, SHOWN_AT_FIRST);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-muted text-xs">
        {t("arguments.found", { count: rows.length })}
      </p>
      <Rows rows={shown} />
      {shown.length < rows.length ? (
        <Button size="sm" className="self-start" onClick={() => setWholeFor(query)}>
          {t("arguments.showAll", { count: rows.length })}
        </Button>
      ) : null}
    </div>
  );
});

function Rows({ rows }: { rows: readonly ArgumentRow[] }) {
  const { engine, config, findings, store } = useLaunch();
  const wrong = new Map(findings.toReversed().map((finding) => [finding.problem.path, finding]));
  return (
    <div className="flex flex-col">
      {rows.map(({ spec, curated }) => (
        <ArgumentField
          key={spec.path}
          spec={spec}
          curated={curated}
          elsewhere={isRole(spec.path, engine)}
          value={config.shown.get(spec.path)}
          draft={config.drafts.get(spec.path)}
          finding={wrong.get(spec.path)}
          modified={isModified(spec, config.shown)}
          store={store}
          isTargets={spec.path === engine.targets?.field}
        />
      ))}
    </div>
  );
}
