// Owns the filters of the model browser: where, which group, which sizes, what a model can, and which hub is written.
"use client";
import { ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { HUBS, type Hub, preferredHub } from "@/client/launch/hub.ts";
import { type Mark, type ModelFilter, noFilter, PLACES, SIZES } from "@/client/launch/model-filter.ts";
import { useMedia } from "@/client/use-media.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { ModelGroup } from "@/contract/engine.ts";

type ModelBrowserFiltersProps = {
  filter: ModelFilter;
  hub: Hub;
  groups: readonly ModelGroup[];
  here: number;
  recent: number;
  onChange: (next: Partial<ModelFilter>) => void;
};

const ALL = "*";

export function ModelBrowserFilters(props: ModelBrowserFiltersProps) {
  const t = useT("launch");
  const wide = useMedia("(min-width: 768px)");
  const { filter } = props;
  const set = filter.marks.size + (filter.group === null ? 0 : 1);
  if (wide)
    return (
      <div className="w-64 shrink-0 overflow-y-auto border-r p-4">
        <Filters {...props} />
      </div>
    );
  return (
    <details className="group/fold shrink-0 border-b px-4">
      <summary className="flex h-11 cursor-pointer list-none items-center gap-1.5 text-sm">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-open/fold:rotate-90"
        />
        {t("browser.filters")}
        {set > 0 ? <Badge>{set}</Badge> : null}
      </summary>
      <div className="max-h-[50dvh] overflow-y-auto pb-4">
        <Filters {...props} />
      </div>
    </details>
  );
}

function Filters({ filter, hub, groups, here, recent, onChange }: ModelBrowserFiltersProps) {
  const t = useT("launch");
  const items = useMemo(
    () => [
      { value: ALL, label: t("model.allGroups") },
      ...groups.map(({ id, models }) => ({
        value: id,
        label: id,
        hint: t("model.groupSize", { count: models.length }),
      })),
    ],
    [groups, t],
  );
  const counts = { all: null, here, recent };
  const isFiltered = filter.marks.size > 0 || filter.group !== null || filter.place !== "all";
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        aria-label={t("browser.place")}
        className="h-auto min-h-8 w-full flex-wrap pointer-coarse:h-auto"
        value={filter.place}
        onValueChange={(place) => onChange({ place })}
        items={PLACES.map((place) => ({
          value: place,
          label: (
            <>
              {t(`browser.places.${place}`)}
              {counts[place] ? <span className="text-faint">{counts[place]}</span> : null}
            </>
          ),
        }))}
      />
      <Field>
        <FieldLabel>{t("model.group")}</FieldLabel>
        <Combobox
          value={filter.group ?? ALL}
          items={items}
          onValueChange={(next) => onChange({ group: next === ALL ? null : next })}
        />
      </Field>
      <Marks label={t("browser.size")} marks={SIZES} filter={filter} onChange={onChange} />
      <Marks
        label={t("browser.kind")}
        marks={["chat", "base", "sees", "thinks"]}
        filter={filter}
        onChange={onChange}
      />
      <Field>
        <FieldLabel help={t("browser.hubHelp")}>{t("browser.hub")}</FieldLabel>
        <Select
          value={hub}
          onValueChange={preferredHub.set}
          items={HUBS.map((value) => ({ value, label: t(`browser.hubs.${value}`) }))}
        />
        <FieldHelp>{t("browser.hubNote")}</FieldHelp>
      </Field>
      {isFiltered ? (
        <Button
          size="sm"
          className="self-start"
          onClick={() => onChange({ ...noFilter, query: filter.query })}
        >
          {t("browser.clear")}
        </Button>
      ) : null}
    </div>
  );
}

type MarksProps = {
  label: string;
  marks: readonly Mark[];
  filter: ModelFilter;
  onChange: (next: Partial<ModelFilter>) => void;
};

function Marks({ label, marks, filter, onChange }: MarksProps) {
  const t = useT("launch");
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      <div className="flex flex-wrap gap-1">
        {marks.map((mark) => {
          const on = filter.marks.has(mark);
          return (
            <button
              key={mark}
              type="button"
              aria-pressed={on}
              onClick={() => {
                const next = new Set(filter.marks);
                if (!next.delete(mark)) next.add(mark);
                onChange({ marks: next });
              }}
              className={cn(
                "h-6 rounded-full border px-2.5 text-muted text-xs transition-colors hover:text-foreground pointer-coarse:h-9 pointer-coarse:px-3.5",
                on && "border-accent bg-accent-surface text-accent-text",
              )}
            >
              {t(`browser.marks.${mark}`)}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
