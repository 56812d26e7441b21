// Owns the row above the list: search, filters, order, and the filters in force, each with a way to drop it.
"use client";
import { ArrowUpDown, Search, X } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Menu, MenuCheckboxItem } from "@/components/ui/menu.tsx";
import { isNarrowed, noFilter, toggled } from "./run-filter.ts";
import { RunFilterMenu, type RunFilterProps } from "./run-filter-menu.tsx";
import { runOrders } from "./run-order.ts";
import type { ChangeFilter } from "./use-run-filter.ts";

export function RunToolbar({ runs, filter, change, engineName }: RunFilterProps) {
  const t = useT("runs");
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <SearchField text={filter.text} change={change} />
      <RunFilterMenu runs={runs} filter={filter} change={change} engineName={engineName} />
      <Menu
        align="start"
        trigger={
          <Button aria-label={t("sortedBy", { name: t(`order.${filter.order}`) })}>
            <ArrowUpDown aria-hidden />
            {t(`order.${filter.order}`)}
          </Button>
        }
      >
        {runOrders.map((order) => (
          <MenuCheckboxItem
            key={order}
            checked={order === filter.order}
            onCheckedChange={() => change({ order })}
            closeOnClick
          >
            {t(`order.${order}`)}
          </MenuCheckboxItem>
        ))}
      </Menu>
      <FilterChips filter={filter} change={change} engineName={engineName} />
    </div>
  );
}

function SearchField({ text, change }: { text: string; change: ChangeFilter }) {
  const t = useT("runs");
  return (
    <Input
      data-search
      type="search"
      value={text}
      onValueChange={(value) => change({ text: value })}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
      }}
      aria-label={t("search")}
      placeholder={t("searchPlaceholder")}
      icon={<Search />}
      className="w-full sm:w-64"
    />
  );
}

type ChipsProps = Omit<RunFilterProps, "runs">;

function FilterChips({ filter, change, engineName }: ChipsProps) {
  const t = useT("runs");
  const chips = [
    ...(filter.archived ? [{ name: t("showArchived"), drop: () => change({ archived: false }) }] : []),
    ...filter.groups.map((group) => ({
      name: t(`group.${group}`),
      drop: () => change({ groups: toggled(filter.groups, group) }),
    })),
    ...filter.kinds.map((kind) => ({
      name: t(`kind.${kind}`),
      drop: () => change({ kinds: toggled(filter.kinds, kind) }),
    })),
    ...filter.engines.map((engine) => ({
      name: engineName(engine),
      drop: () => change({ engines: toggled(filter.engines, engine) }),
    })),
  ];
  return (
    <>
      {chips.map(({ name, drop }) => (
        <Button
          key={name}
          size="sm"
          variant="secondary"
          onClick={drop}
          aria-label={t("removeFilter", { name })}
        >
          {name}
          <X aria-hidden className="text-muted" />
        </Button>
      ))}
      {isNarrowed(filter) ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => change({ ...noFilter, archived: filter.archived, order: filter.order })}
        >
          {t("clearFilters")}
        </Button>
      ) : null}
    </>
  );
}
