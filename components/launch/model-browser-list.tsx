// Owns the list of the model browser: only the rows in sight stand in the document.
"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { formatBytes } from "@/client/format/bytes.ts";
import { formatCount } from "@/client/format/number.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { Hub } from "@/client/launch/hub.ts";
import type { ModelRow } from "@/client/launch/model-filter.ts";
import type { ModelOption } from "@/client/launch/model-options.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { cn } from "@/components/ui/cn.ts";

type ModelBrowserListProps = {
  id: string;
  rows: readonly ModelRow[];
  hub: Hub;
  active: ModelOption | null;
  chosen: ModelOption | null;
  onChoose: (value: string) => void;
};

const HEADING = 32;
const MODEL = 52;

export function ModelBrowserList({ id, rows, hub, active, chosen, onChoose }: ModelBrowserListProps) {
  const t = useT("launch");
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === "heading" ? HEADING : MODEL),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    // Standing still from the first frame on: the rows have the heights said above.
    initialRect: { width: 600, height: 600 },
  });
  const at = active ? rows.findIndex((row) => row.kind === "model" && row.option === active) : -1;
  // External system: the scroll position of the list, which follows the arrow keys.
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at === 1 ? 0 : at, { align: "auto" });
  }, [virtual, at]);

  return (
    <div
      ref={scroller}
      id={id}
      role="listbox"
      aria-label={t("browser.title")}
      tabIndex={-1}
      className="min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain outline-none"
    >
      {rows.length === 0 ? <p className="p-4 text-muted text-sm">{t("browser.none")}</p> : null}
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              {row.kind === "heading" ? (
                <Heading heading={row.heading} />
              ) : (
                <Row
                  id={`${id}-${row.option.value}`}
                  option={row.option}
                  hub={hub}
                  active={row.option === active}
                  chosen={row.option === chosen}
                  onChoose={onChoose}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Heading({ heading }: { heading: Extract<ModelRow, { kind: "heading" }>["heading"] }) {
  const t = useT("launch");
  return (
    <p className="flex h-8 items-end px-4 pb-1 font-medium text-2xs text-faint">
      {"group" in heading ? heading.group : t(`model.${heading.place}`)}
    </p>
  );
}

type RowProps = {
  id: string;
  option: ModelOption;
  hub: Hub;
  active: boolean;
  chosen: boolean;
  onChoose: (value: string) => void;
};

function Row({ id, option, hub, active, chosen, onChoose }: RowProps) {
  const t = useT("launch");
  const locale = useLocale();
  const { place, ids, template, family, base } = option;
  const elsewhere = place === "catalog" && ids[hub] === undefined;
  const size = option.size ?? (option.parameters === null ? null : formatCount(option.parameters, locale));
  const follows = template ?? (place === "catalog" ? family : null);
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      data-active={active ? "" : undefined}
      onClick={() => onChoose(option.value)}
      className="flex h-13 w-full cursor-pointer flex-col text-left justify-center gap-0.5 px-4 hover:bg-surface-2 data-active:bg-surface-2"
    >
      <span className="flex min-w-0 items-center gap-1.5">
        <span className={cn("min-w-0 truncate text-sm", chosen && "font-medium")}>{option.name}</span>
        {chosen ? <Check aria-hidden className="size-3.5 shrink-0 text-accent-text" /> : null}
        {size ? <Badge className="tabular-nums">{size}</Badge> : null}
        {option.multimodal ? <Badge tone="info">{t("model.vision")}</Badge> : null}
        {option.thinks ? <Badge tone="violet">{t("template.reasoning")}</Badge> : null}
        {base ? <Badge tone="outline">{t("model.base")}</Badge> : null}
      </span>
      <span className="flex min-w-0 gap-2 text-faint text-xs">
        <span className="min-w-0 truncate font-mono">{option.value}</span>
        {elsewhere ? <span className="shrink-0 text-warning">{t("browser.otherHub")}</span> : null}
        <span className="ml-auto shrink-0 truncate">
          {option.bytes
            ? formatBytes(option.bytes)
            : follows
              ? t("browser.template", { name: follows })
              : null}
        </span>
      </span>
    </button>
  );
}
