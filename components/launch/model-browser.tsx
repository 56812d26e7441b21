// Owns looking through all models: search and filters on one side, the list on the other, one press to take a model.
"use client";
import { useId, useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { preferredHub } from "@/client/launch/hub.ts";
import { filterModels, modelRows, noFilter, searchable } from "@/client/launch/model-filter.ts";
import { rememberModel, useRecentModels } from "@/client/launch/recent-models.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import { ModelBrowserFilters } from "./model-browser-filters.tsx";
import { ModelBrowserList } from "./model-browser-list.tsx";
import { ModelBrowserSearch } from "./model-browser-search.tsx";
import type { Models } from "./use-models.ts";

type ModelBrowserProps = {
  open: boolean;
  models: Models;
  onChoose: (value: string) => void;
  onClose: () => void;
};

export function ModelBrowser({ open, onClose, ...props }: ModelBrowserProps) {
  const t = useT("launch");
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("browser.title")}
      hideTitle
      className="top-[8vh] max-h-[84vh] max-w-4xl overflow-hidden max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:max-h-[94dvh] max-md:rounded-b-none"
    >
      <Body
        {...props}
        onChoose={(value) => {
          rememberModel(value);
          props.onChoose(value);
          onClose();
        }}
      />
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an earlier search is gone. */
function Body({ models, onChoose }: Pick<ModelBrowserProps, "models" | "onChoose">) {
  const t = useT("launch");
  const listId = useId();
  const hub = preferredHub.use();
  const recent = useRecentModels();
  const [filter, setFilter] = useState(noFilter);
  const [active, setActive] = useState(0);
  const all = useMemo(() => searchable(models.options), [models.options]);
  const found = useMemo(() => filterModels(all, filter, recent), [all, filter, recent]);
  const rows = useMemo(() => modelRows(found, filter.place !== "recent"), [found, filter.place]);
  const change = (next: Partial<typeof filter>) => {
    setFilter({ ...filter, ...next });
    setActive(0);
  };
  const marked = found[Math.min(active, found.length - 1)];
  return (
    <div className="flex h-[min(44rem,84vh)] flex-col max-md:h-[94dvh]">
      <ModelBrowserSearch
        listId={listId}
        query={filter.query}
        activeId={marked ? `${listId}-${marked.value}` : undefined}
        onQuery={(query) => change({ query })}
        onStep={(step) => setActive(Math.max(0, Math.min(found.length - 1, active + step)))}
        onEnter={() => marked && onChoose(marked.value)}
      />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <ModelBrowserFilters
          filter={filter}
          hub={hub}
          groups={models.catalog?.groups ?? []}
          here={models.options.filter(({ place }) => place !== "catalog").length}
          recent={recent.length}
          onChange={change}
        />
        <ModelBrowserList
          id={listId}
          rows={rows}
          hub={hub}
          active={marked ?? null}
          chosen={models.chosen ?? null}
          onChoose={onChoose}
        />
      </div>
      <p role="status" className="border-t px-4 py-2 text-muted text-xs tabular-nums">
        {t("browser.count", { found: found.length, all: models.options.length })}
      </p>
    </div>
  );
}
