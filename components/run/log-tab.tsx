// Owns the whole log: a window on its lines, search, follow, download. The lines themselves are the feed's.
"use client";
import { ArrowDownToLine } from "lucide-react";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRunLog } from "@/client/live/use-run-feed.ts";
import { readWholeLog } from "@/client/live/whole-log.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { cn } from "@/components/ui/cn.ts";
import { toast } from "@/components/ui/toaster.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { LogRow } from "./log-row.tsx";
import { LogToolbar } from "./log-toolbar.tsx";
import { fileName, saveFile } from "./save-file.ts";
import { useLogScroll } from "./use-log-scroll.ts";
import { useLogSearch } from "./use-log-search.ts";

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

export function LogTab({ run }: { run: RunSummary }) {
  const t = useT("run");
  const log = useRunLog(run.id);
  const { lines, earlier } = log.book;
  const scroll = useLogScroll(log);
  const search = useLogSearch(lines);
  const [wrap, setWrap] = useState(false);
  const download = useDownload(run);
  const items = scroll.list.getVirtualItems();

  return (
    <Card className="flex h-[calc(100dvh-12rem)] min-h-96 flex-col max-md:h-[calc(100dvh-15.5rem)]">
      <LogToolbar
        query={search.query}
        onQuery={(query) => {
          const hit = search.setQuery(query, lines[items[0]?.index ?? 0]?.seq ?? 0);
          if (hit) scroll.show(hit.seq);
        }}
        count={search.count}
        at={search.at}
        onStep={(by) => {
          const hit = search.step(by);
          if (hit) scroll.show(hit.seq);
        }}
        follow={scroll.follow}
        onFollow={scroll.setFollow}
        wrap={wrap}
        onWrap={setWrap}
        onDownload={download.start}
        downloading={download.busy}
      />
      <div className="relative min-h-0 flex-1">
        <section
          ref={scroll.region}
          onScroll={scroll.onScroll}
          aria-label={t("log.region", { name: run.name })}
          {...focusable}
          className="h-full overflow-auto py-2 [overflow-anchor:none]"
        >
          {earlier ? (
            <div className="px-2 pb-1">
              <Button size="sm" variant="ghost" busy={log.earlier === "loading"} onClick={log.loadEarlier}>
                {t(log.earlier === "failed" ? "log.earlierFailed" : "log.earlier")}
              </Button>
            </div>
          ) : null}
          {lines.length === 0 ? (
            <p className="px-3 text-muted text-xs">
              {log.loaded ? t(run.state.status === "queued" ? "log.emptyQueued" : "log.empty") : null}
            </p>
          ) : null}
          <div className="relative w-max min-w-full" style={{ height: scroll.list.getTotalSize() }}>
            <div
              className={cn("min-w-full", wrap ? "absolute inset-x-0 top-0" : "w-max")}
              style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
            >
              {items.map(({ index, key }) => {
                const line = lines[index];
                return line ? (
                  <div key={key} data-index={index} ref={wrap ? scroll.list.measureElement : undefined}>
                    <LogRow line={line} wrap={wrap} marks={search.marksOf(line.seq)} />
                  </div>
                ) : null;
              })}
            </div>
          </div>
        </section>
        {scroll.follow || lines.length === 0 ? null : (
          <Button
            size="sm"
            className="absolute right-4 bottom-3 shadow-overlay"
            onClick={() => scroll.setFollow(true)}
          >
            <ArrowDownToLine aria-hidden />
            {t("log.toEnd")}
          </Button>
        )}
      </div>
    </Card>
  );
}

function useDownload({ id, name, attempt }: RunSummary): { busy: boolean; start: () => void } {
  const t = useT("run");
  const textOf = useFailureText();
  const [busy, setBusy] = useState(false);
  const read = async () => {
    setBusy(true);
    try {
      saveFile(fileName(name, ".log"), await readWholeLog(id, attempt));
    } catch (error) {
      toast.error(t("log.downloadFailed"), { description: textOf(error).todo });
    } finally {
      setBusy(false);
    }
  };
  return { busy, start: () => void read() };
}
