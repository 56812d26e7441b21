// Owns the choice of filters, with how many runs each would leave.
"use client";
import { ListFilter } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuCheckboxItem, MenuGroup, MenuSeparator } from "@/components/ui/menu.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { type RunFilter, runKinds, toggled } from "./run-filter.ts";
import { groupOf, runGroups } from "./run-groups.ts";
import type { ChangeFilter } from "./use-run-filter.ts";

export type RunFilterProps = {
  /** Before filters. */
  runs: readonly RunSummary[];
  filter: RunFilter;
  change: ChangeFilter;
  engineName: (id: string) => string;
};

function countBy(runs: readonly RunSummary[], key: (run: RunSummary) => string): Map<string, number> {
  return new Map([...Map.groupBy(runs, key)].map(([value, members]) => [value, members.length]));
}

export function RunFilterMenu({ runs, filter, change, engineName }: RunFilterProps) {
  const t = useT("runs");
  const groups = countBy(runs, groupOf);
  const kinds = countBy(runs, ({ kind }) => kind);
  const engines = countBy(runs, ({ engine }) => engine);
  const chosen = filter.groups.length + filter.kinds.length + filter.engines.length;
  return (
    <Menu
      align="start"
      trigger={
        <Button>
          <ListFilter aria-hidden />
          {t("filter")}
          {chosen > 0 ? <span className="text-accent-text tabular-nums">{chosen}</span> : null}
        </Button>
      }
    >
      <MenuGroup label={t("filterStates")}>
        {runGroups.map((group) => (
          <MenuCheckboxItem
            key={group}
            checked={filter.groups.includes(group)}
            onCheckedChange={() => change({ groups: toggled(filter.groups, group) })}
          >
            <Counted name={t(`group.${group}`)} count={groups.get(group) ?? 0} />
          </MenuCheckboxItem>
        ))}
      </MenuGroup>
      <MenuGroup label={t("filterKinds")}>
        {runKinds.map((kind) => (
          <MenuCheckboxItem
            key={kind}
            checked={filter.kinds.includes(kind)}
            onCheckedChange={() => change({ kinds: toggled(filter.kinds, kind) })}
          >
            <Counted name={t(`kind.${kind}`)} count={kinds.get(kind) ?? 0} />
          </MenuCheckboxItem>
        ))}
      </MenuGroup>
      <MenuGroup label={t("filterEngines")}>
        {[...new Set([...engines.keys(), ...filter.engines])].toSorted().map((engine) => (
          <MenuCheckboxItem
            key={engine}
            checked={filter.engines.includes(engine)}
            onCheckedChange={() => change({ engines: toggled(filter.engines, engine) })}
          >
            <Counted name={engineName(engine)} count={engines.get(engine) ?? 0} />
          </MenuCheckboxItem>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuCheckboxItem checked={filter.archived} onCheckedChange={(archived) => change({ archived })}>
        {t("showArchived")}
      </MenuCheckboxItem>
    </Menu>
  );
}

function Counted({ name, count }: { name: string; count: number }) {
  return (
    <span className="flex items-center justify-between gap-6">
      {name}
      <span className="text-faint text-xs tabular-nums">{count}</span>
    </span>
  );
}
