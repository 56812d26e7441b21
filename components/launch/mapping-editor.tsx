// Owns the fields of one mapping: the usual ones, the others under "more", and keys that no field knows as values.
"use client";
import { ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { draftKey } from "@/client/launch/config-store.ts";
import { type MappingAt, otherKeys, readerOf, standsIn } from "@/client/launch/dataset-mappings.ts";
import { isModified, isVisible } from "@/client/launch/field-view.ts";
import { Badge } from "@/components/ui/badge.tsx";
import type { ConfigPlace } from "@/contract/config-nested.ts";
import type { DatasetMappings, FieldSpec } from "@/contract/engine.ts";
import { fieldId } from "./field-id.ts";
import { useLaunch } from "./launch-context.tsx";
import { SpecField } from "./spec-field.tsx";

type MappingEditorProps = { mapping: MappingAt; mappings: DatasetMappings };

function anyValue(path: string): FieldSpec {
  const both = { en: path, zh: path };
  return {
    path,
    group: "mapping",
    label: both,
    help: both,
    control: { type: "value" },
    engineDefault: null,
    level: "basic",
  };
}

export function MappingEditor({ mapping, mappings }: MappingEditorProps) {
  const t = useT("launch");
  const { engine, store, config } = useLaunch();
  const [more, setMore] = useState(false);
  const { place, values } = mapping;
  const within = useMemo(() => store.within(place), [store, place]);
  const reader = readerOf(values);
  const described = { ...engine, fields: mappings.fields };
  const isSet = ({ path }: FieldSpec) => reader.get(path) !== undefined && reader.get(path) !== null;
  const shown = mappings.fields.filter(
    (spec) => standsIn(spec, values) && (isVisible(spec, reader, described) || isSet(spec)),
  );
  const basic = shown.filter(({ level }) => level === "basic");
  const others = shown.filter(({ level }) => level !== "basic");
  const unknown = otherKeys(values, mappings.fields).map(anyValue);
  const set = others.filter(isSet).length;
  const field = (spec: FieldSpec) => {
    const at: ConfigPlace = [...place, ...spec.path.split(".")];
    return (
      <SpecField
        key={spec.path}
        id={fieldId(draftKey(at))}
        spec={spec}
        value={reader.get(spec.path)}
        draft={config.drafts.get(draftKey(at))}
        finding={undefined}
        modified={isModified(spec, reader)}
        store={within}
      />
    );
  };
  const grid = "grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-3";
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className={grid}>{[...basic, ...unknown].map(field)}</div>
      {others.length > 0 ? (
        <details
          className="group/fold min-w-0"
          open={more}
          onToggle={(event) => setMore(event.currentTarget.open)}
        >
          <summary className="-mx-1 flex h-7 cursor-pointer list-none items-center gap-1.5 rounded-md px-1 text-xs hover:bg-surface-2">
            <ChevronRight
              aria-hidden
              className="size-3.5 shrink-0 text-faint transition-transform group-open/fold:rotate-90"
            />
            <span className="font-medium">{t("mapping.more")}</span>
            {set > 0 && !more ? <Badge>{t("mapping.moreSet", { count: set })}</Badge> : null}
          </summary>
          {more ? <div className={`${grid} pt-2`}>{others.map(field)}</div> : null}
        </details>
      ) : null}
    </div>
  );
}
