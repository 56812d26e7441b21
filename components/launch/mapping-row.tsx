// Owns one dataset of a list of mappings: what it is in a line, what is known of it, and its editor.
"use client";
import { ChevronRight, Trash2 } from "lucide-react";
import Link from "next/link";
import { useId } from "react";
import { datasetHref } from "@/client/datasets/address.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { type MappingAt, nameOf, pathOf, sourceOf, stageOf } from "@/client/launch/dataset-mappings.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { DatasetMappings } from "@/contract/engine.ts";
import { DatasetHealth } from "./dataset-health.tsx";
import { useLaunch } from "./launch-context.tsx";
import { MappingEditor } from "./mapping-editor.tsx";
import { MappingNotes } from "./mapping-notes.tsx";
import type { StudioDatasets } from "./use-studio-datasets.ts";

type MappingRowProps = {
  number: number;
  mapping: MappingAt;
  mappings: DatasetMappings;
  studio: StudioDatasets;
  open: boolean;
  onOpen: (open: boolean) => void;
  onRemove: () => void;
};

export function MappingRow({ number, mapping, mappings, studio, open, onOpen, onRemove }: MappingRowProps) {
  const t = useT("launch");
  const locale = useLocale();
  const { engine, config } = useLaunch();
  const body = useId();
  const { values } = mapping;
  const path = pathOf(values);
  const known = studio.of(values);
  const name = known?.entry.name ?? (nameOf(values) || t("mapping.untitled", { number }));
  const stage = stageOf(engine.stages, config.shown.get(engine.roles.stage));
  const { type } = values;
  return (
    <li className="min-w-0 rounded-lg border bg-surface">
      <div className="flex min-w-0 items-start gap-1 py-1 pr-1 pl-1.5">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={body}
          aria-label={t("mapping.edit", { name })}
          onClick={() => onOpen(!open)}
          className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-surface-2 hover:text-foreground pointer-coarse:size-9"
        >
          <ChevronRight aria-hidden className={open ? "size-4 rotate-90" : "size-4"} />
        </button>
        <div className="flex min-w-0 flex-1 flex-col gap-0.5 py-1">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs">
            {known ? (
              <Link
                href={datasetHref({ name: known.entry.name, dir: known.own ? undefined : known.dir })}
                prefetch={false}
                title={t("mapping.open")}
                className="min-w-0 truncate font-medium text-foreground text-sm underline-offset-2 hover:underline"
              >
                {name}
              </Link>
            ) : (
              <span className="min-w-0 truncate font-medium text-foreground text-sm">{name}</span>
            )}
            {known && known.entry.rows !== null ? (
              <span className="tabular-nums">
                {t("data.rows", { rows: formatCount(known.entry.rows, locale) })}
              </span>
            ) : null}
            <Badge tone="outline" className="font-mono">
              {typeof type === "string" && type !== ""
                ? type
                : type
                  ? t("mapping.ownPrompt")
                  : t("mapping.asTokens")}
            </Badge>
            {known?.entry.media.map((kind) => (
              <Badge key={kind} tone="info">
                {t(`data.${kind}`)}
              </Badge>
            ))}
            <span>{t(`mapping.from.${known ? "studio" : sourceOf(values)}`)}</span>
            {known ? (
              <DatasetHealth entry={known.entry} dir={known.dir} stage={stage === "orpo" ? "dpo" : stage} />
            ) : null}
          </p>
          {path === "" ? null : (
            <p className="min-w-0 truncate font-mono text-2xs text-faint" title={path}>
              {path}
            </p>
          )}
          {known ? <MappingNotes mapping={mapping} known={known} stage={stage} /> : null}
        </div>
        <Button variant="ghost" size="icon" aria-label={t("mapping.remove", { name })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      <div id={body} hidden={!open} className="border-t px-3 py-3">
        {open ? <MappingEditor mapping={mapping} mappings={mappings} /> : null}
      </div>
    </li>
  );
}
