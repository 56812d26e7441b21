// Owns the settings: how many of them are shown, the search through all of them, and the groups of the form.
"use client";
import { Search } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { changedRows, searchRows } from "@/client/launch/argument-rows.ts";
import { fieldLevel } from "@/client/launch/field-level.ts";
import { groupViews, isRole, type Level } from "@/client/launch/field-view.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { AllArguments, FoundArguments } from "./all-arguments.tsx";
import { ArgumentsState } from "./arguments-state.tsx";
import { FieldGroup } from "./field-group.tsx";
import { useLaunch } from "./launch-context.tsx";
import { Section } from "./section.tsx";
import type { Arguments } from "./use-arguments.ts";

export type FieldsSectionProps = {
  known: Arguments;
  query: string;
  onQuery: (query: string) => void;
  /** Groups a person opened or closed, by id; the engine says how the others stand. */
  opened: ReadonlyMap<string, boolean>;
  onOpen: (group: string, open: boolean) => void;
};

const levels = ["basic", "advanced", "all"] as const;

export function FieldsSection({ known, query, onQuery, opened, onOpen }: FieldsSectionProps) {
  const t = useT("launch");
  const { engine, config } = useLaunch();
  const level = fieldLevel.use();
  const later = useDeferredValue(query);
  // A key by its full name is where a finding leads to: its row must stand at once.
  const sought = known.rows.some(({ spec }) => spec.path === query) ? query : later;
  const found = useMemo(() => searchRows(known.rows, sought), [known.rows, sought]);
  const searching = query.trim() !== "";
  /** What is set at each level and at none below it. */
  const beyond = useMemo(() => {
    const others = known.rows.filter(({ spec }) => !isRole(spec.path, engine));
    const isAdvanced = (curated: boolean, of: Level) => curated && of === "advanced";
    return {
      basic: 0,
      advanced: changedRows(
        others.filter(({ curated, spec }) => isAdvanced(curated, spec.level)),
        config.shown,
      ),
      all: changedRows(
        others.filter(({ curated }) => !curated),
        config.shown,
      ),
    };
  }, [known.rows, engine, config.shown]);

  return (
    <Section title={t("section.fields")} help={t("section.fieldsHelp")}>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          aria-label={t("level.label")}
          value={level}
          onValueChange={fieldLevel.set}
          items={levels.map((value) => ({
            value,
            label: (
              <>
                {t(`level.${value}`)}{" "}
                {beyond[value] > 0 && levels.indexOf(value) > levels.indexOf(level) ? (
                  <Badge>
                    <span aria-hidden>{beyond[value]}</span>
                    <span className="sr-only">{t("level.set", { count: beyond[value] })}</span>
                  </Badge>
                ) : null}
              </>
            ),
          }))}
        />
        <Input
          data-search
          type="search"
          icon={<Search />}
          className="min-w-44 max-w-96 flex-1"
          aria-label={t("arguments.search")}
          placeholder={t("arguments.searchPlaceholder", { count: known.rows.length })}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
      </div>
      {searching || level === "all" ? <ArgumentsState known={known} /> : null}
      {searching && (found.length > 0 || known.status !== "asking") ? (
        <FoundArguments query={sought} rows={found} />
      ) : null}
      {!searching && level === "all" ? <AllArguments rows={known.rows} /> : null}
      {!searching && level !== "all" ? (
        <div className="flex flex-col gap-1">
          {groupViews(engine, config.shown, level).map((view) => (
            <FieldGroup
              key={view.group.id}
              view={view}
              open={opened.get(view.group.id) ?? view.group.open}
              onOpen={(open) => onOpen(view.group.id, open)}
            />
          ))}
        </div>
      ) : null}
    </Section>
  );
}
