// Owns the lists of datasets of an engine that takes each as a mapping: the main one open, the others folded.
"use client";
import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { draftKey } from "@/client/launch/config-store.ts";
import { mappingsAt } from "@/client/launch/dataset-mappings.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Field } from "@/components/ui/field.tsx";
import type { DatasetKey, DatasetMappings as Mappings } from "@/contract/engine.ts";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { useFinding, useLaunch } from "./launch-context.tsx";
import { MappingAdd } from "./mapping-add.tsx";
import { MappingRow } from "./mapping-row.tsx";
import { PendingDataset } from "./pending-dataset.tsx";
import { useAddDataset } from "./use-add-dataset.ts";
import { useStudioDatasets } from "./use-studio-datasets.ts";

export function DatasetMappings({ mappings }: { mappings: Mappings }) {
  const [main, ...others] = mappings.keys;
  return (
    <>
      {main ? <MappingList key={main.path} of={main} mappings={mappings} /> : null}
      <div className="flex flex-col">
        {others.map((key) => (
          <MappingFold key={key.path} of={key} mappings={mappings} />
        ))}
      </div>
    </>
  );
}

type OfKey = { of: DatasetKey; mappings: Mappings };

function MappingFold({ of, mappings }: OfKey) {
  const locale = useLocale();
  const { config } = useLaunch();
  const finding = useFinding(of.path);
  const count = mappingsAt(of.path, config.shown.get(of.path)).length;
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? (count > 0 || finding !== undefined);
  return (
    <details
      className="group/fold min-w-0"
      open={open}
      onToggle={(event) => event.currentTarget.open !== open && setAsked(event.currentTarget.open)}
    >
      <summary className="-mx-2 flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-md px-2 text-sm hover:bg-surface-2">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-open/fold:rotate-90"
        />
        <span className="font-medium">{of.label[locale]}</span>
        {count > 0 ? <Badge>{count}</Badge> : null}
      </summary>
      {open ? (
        <div className="flex flex-col gap-2 pt-1 pb-3">
          <p className="text-muted text-xs">{of.help[locale]}</p>
          <MappingList of={of} mappings={mappings} />
        </div>
      ) : null}
    </details>
  );
}

function MappingList({ of, mappings }: OfKey) {
  const t = useT("launch");
  const locale = useLocale();
  const { config, engine, asked } = useLaunch();
  const finding = useFinding(of.path);
  const studio = useStudioDatasets();
  const adding = useAddDataset(of.path, mappings);
  const [opened, setOpened] = useState<number | null>(null);
  const found = mappingsAt(of.path, config.shown.get(of.path));
  const isMain = of.path === engine.roles.datasets;
  const add = useRef(isMain && asked ? () => void adding.add(asked.name, asked.dir) : null);
  // External system: the server, which says what the dataset that the form was opened for is in this engine's words.
  useEffect(() => {
    add.current?.();
    add.current = null;
  }, []);
  return (
    <fieldset id={fieldId(of.path)} aria-label={of.label[locale]} className="flex min-w-0 flex-col gap-2">
      <MappingAdd studio={studio} adding={adding} />
      {found.length + adding.pending.length === 0 && isMain && !finding ? (
        <p className="text-muted text-xs">{t("mapping.none")}</p>
      ) : null}
      {found.length > 0 ? (
        <ol aria-label={of.label[locale]} className="flex min-w-0 flex-col gap-2">
          {found.map((mapping, at) => (
            <MappingRow
              // By its place: a mapping has no name that lasts while its path is edited.
              key={`${found.length} ${draftKey(mapping.place)}`}
              number={at + 1}
              mapping={mapping}
              mappings={mappings}
              studio={studio}
              open={opened === at}
              onOpen={(next) => setOpened(next ? at : null)}
              onRemove={() => {
                setOpened(null);
                adding.remove(mapping.place);
              }}
            />
          ))}
        </ol>
      ) : null}
      {adding.pending.map((pending) => (
        <PendingDataset key={pending.name} pending={pending} onCancel={() => adding.cancel(pending.name)} />
      ))}
      {finding ? (
        <Field invalid={isError(finding)}>
          <FindingLine finding={finding} />
        </Field>
      ) : null}
    </fieldset>
  );
}
