// Owns the head of the lists: tabs, what can be added, the search and where things come from.
"use client";
import { Plus, Search } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { useAdditions } from "./additions-context.tsx";
import { type LibraryTab, libraryHref } from "./address.ts";
import { type OriginFilter, origins } from "./definition-view.ts";
import { LibraryTabs } from "./library-tabs.tsx";

type ListHeaderProps = {
  tab: LibraryTab;
  meta?: ReactNode;
  addLabel: string;
  search?: { label: string; placeholder: string; text: string; onText: (text: string) => void };
  filter?: { value: OriginFilter; onValue: (value: OriginFilter) => void };
};

export function ListHeader({ tab, meta, addLabel, search, filter }: ListHeaderProps) {
  const t = useT("templates");
  const m = useT("models");
  return (
    <PageHeader
      title={m(`tabs.${tab}`)}
      meta={meta}
      actions={
        <Button variant="primary" render={<Link href={libraryHref(tab, { kind: "new", from: null })} />}>
          <Plus aria-hidden />
          {addLabel}
        </Button>
      }
    >
      <LibraryTabs />
      {search && filter ? (
        <div className="flex flex-wrap items-center gap-2 border-t py-3">
          <Input
            data-search
            type="search"
            value={search.text}
            onValueChange={search.onText}
            aria-label={search.label}
            placeholder={search.placeholder}
            icon={<Search />}
            className="w-full sm:w-64"
          />
          <Segmented
            value={filter.value}
            onValueChange={filter.onValue}
            aria-label={t("originFilter")}
            items={[
              { value: "all", label: t("all") },
              ...origins.map((value) => ({ value, label: t(`origin.${value}`) })),
            ]}
          />
        </div>
      ) : null}
    </PageHeader>
  );
}

/** Says why the engine's own are not in the list. */
export function EngineNotice() {
  const t = useT("templates");
  const { engine } = useAdditions();
  if (engine.health.status === "ready") return null;
  return (
    <EmptyState
      className="border-b"
      title={t("noEngine.title", { engine: engine.name })}
      body={t("noEngine.body")}
      action={
        <Button size="sm" render={<Link href="/settings/" />}>
          {t("noEngine.settings")}
        </Button>
      }
    />
  );
}
