// Owns one row of the log: a line, or the mark where an attempt begins.
"use client";
import { memo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { LogLine } from "@/client/live/log-book.ts";
import { cn } from "@/components/ui/cn.ts";
import { type LogMark, LogText } from "./log-text.tsx";

export const logRowHeight = 18;

type LogRowProps = { line: LogLine; wrap: boolean; marks?: readonly LogMark[] };

export const LogRow = memo(function LogRow({ line, wrap, marks }: LogRowProps) {
  const t = useT("run");
  if (line.kind === "attempt")
    return (
      <div className="flex h-4.5 items-center gap-2 px-3 text-2xs text-faint">
        <span>{t("log.attempt", { attempt: line.attempt })}</span>
        <span className="h-px flex-1 bg-border" />
      </div>
    );
  return (
    <div
      className={cn(
        "min-h-4.5 px-3 font-mono text-xs leading-4.5",
        wrap ? "whitespace-pre-wrap break-words" : "whitespace-pre",
      )}
    >
      <LogText text={line.text} spans={line.spans} marks={marks} />
    </div>
  );
});
