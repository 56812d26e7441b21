// Owns one group of the form: its heading with what was changed in it, and its fields while it is open.
"use client";
import { ChevronRight } from "lucide-react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { type GroupView, isModified } from "@/client/launch/field-view.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { useLaunch } from "./launch-context.tsx";
import { SpecField } from "./spec-field.tsx";

export type FieldGroupProps = { view: GroupView; open: boolean; onOpen: (open: boolean) => void };

export function FieldGroup({ view, open, onOpen }: FieldGroupProps) {
  const t = useT("launch");
  const locale = useLocale();
  const { engine, store, config, findings } = useLaunch();
  const paths = new Set(view.fields.map((field) => field.path));
  const wrong = findings.filter(
    ({ problem }) => problem.severity === "error" && paths.has(problem.path),
  ).length;
  return (
    <details
      className="group/fold min-w-0"
      open={open}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary className="-mx-2 flex h-8 cursor-pointer list-none items-center gap-1.5 rounded-md px-2 text-sm hover:bg-surface-2">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-open/fold:rotate-90"
        />
        <span className="font-medium">{view.group.label[locale]}</span>
        {view.changed > 0 ? <Badge>{t("fields.changed", { count: view.changed })}</Badge> : null}
        {wrong > 0 ? <Badge tone="danger">{t("config.problems", { count: wrong })}</Badge> : null}
      </summary>
      {open ? (
        <div className="grid gap-x-4 gap-y-3 pt-1 pb-3 sm:grid-cols-2 xl:grid-cols-3">
          {view.fields.map((spec) => (
            <SpecField
              key={spec.path}
              spec={spec}
              value={config.shown.get(spec.path)}
              draft={config.drafts.get(spec.path)}
              finding={findings.find(({ problem }) => problem.path === spec.path)}
              modified={isModified(spec, config.shown)}
              store={store}
              isTargets={spec.path === engine.targets?.field}
            />
          ))}
        </div>
      ) : null}
    </details>
  );
}
