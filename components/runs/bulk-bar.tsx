// Owns what can be done with the ticked runs. Lies over the list, so that ticking moves nothing.
"use client";
import { Archive, ArchiveRestore, GitCompareArrows, Square, X } from "lucide-react";
import Link from "next/link";
import { comparison, MOST_COMPARED } from "@/client/compare/twin-address.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Separator } from "@/components/ui/separator.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { runsThatCan } from "./run-menu-items.ts";
import type { RunRequests } from "./use-run-requests.ts";

export type BulkBarProps = { selected: readonly RunSummary[]; requests: RunRequests; onClear: () => void };

export function BulkBar({ selected, requests, onClear }: BulkBarProps) {
  const t = useT("runs");
  const trained = selected.filter(({ kind }) => kind === "train");
  const stoppable = runsThatCan(selected, "stop");
  const archivable = runsThatCan(selected, "archive");
  const restorable = runsThatCan(selected, "restore");
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-18 z-20 flex justify-center px-3 md:bottom-5 md:left-52"
    >
      {selected.length === 0 ? null : (
        <div className="pointer-events-auto flex items-center gap-2 rounded-lg border bg-overlay p-1.5 pl-3 text-sm shadow-overlay">
          <span className="tabular-nums">{t("bulk.selected", { count: selected.length })}</span>
          <Separator vertical />
          {trained.length > 1 && trained.length <= MOST_COMPARED ? (
            <Button size="sm" render={<Link href={comparison(trained.map(({ id }) => id))} />}>
              <GitCompareArrows aria-hidden />
              {t("bulk.compare", { count: trained.length })}
            </Button>
          ) : null}
          {stoppable.length > 0 ? (
            <Button size="sm" onClick={() => requests.ask({ type: "stop", runs: stoppable })}>
              <Square aria-hidden />
              {t("bulk.stop", { count: stoppable.length })}
            </Button>
          ) : null}
          {archivable.length > 0 ? (
            <Button size="sm" onClick={() => requests.ask({ type: "archive", runs: archivable })}>
              <Archive aria-hidden />
              {t("bulk.archive", { count: archivable.length })}
            </Button>
          ) : null}
          {restorable.length > 0 ? (
            <Button size="sm" onClick={() => void requests.act(restorable, { action: "restore" })}>
              <ArchiveRestore aria-hidden />
              {t("bulk.restore", { count: restorable.length })}
            </Button>
          ) : null}
          <Button
            size="icon"
            variant="ghost"
            className="size-7"
            aria-label={t("bulk.clear")}
            onClick={onClear}
          >
            <X aria-hidden />
          </Button>
        </div>
      )}
    </div>
  );
}
