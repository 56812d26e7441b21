// Owns the last lines of the log on the overview. A fixed number of rows, so that nothing moves as they come.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { useRunLog } from "@/client/live/use-run-feed.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { LogRow, logRowHeight } from "./log-row.tsx";

type LogTailProps = { run: RunSummary; rows: number; onOpen: () => void };

export function LogTail({ run, rows, onOpen }: LogTailProps) {
  const t = useT("run");
  const { book, loaded } = useRunLog(run.id);
  const lines = book.lines.slice(-rows);
  return (
    <Card>
      <CardHeader
        actions={
          <Button size="sm" variant="ghost" onClick={onOpen}>
            {t("log.open")}
          </Button>
        }
      >
        <CardTitle>{t("log.title")}</CardTitle>
      </CardHeader>
      <div className="overflow-hidden py-2" style={{ height: rows * logRowHeight + 16 }}>
        {lines.length === 0 && loaded ? (
          <p className="px-3 text-muted text-xs">
            {t(run.state.status === "queued" ? "log.emptyQueued" : "log.empty")}
          </p>
        ) : null}
        {lines.map((line) => (
          <LogRow key={line.seq} line={line} wrap={false} />
        ))}
      </div>
    </Card>
  );
}
