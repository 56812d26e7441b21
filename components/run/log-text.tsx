// Owns how one line of the log looks: its colours in those of the theme, its search hits marked. Refuses positions.
import type { ReactNode } from "react";
import type { AnsiHue, AnsiStyle } from "@/client/live/ansi.ts";
import type { LogSpan } from "@/client/live/log-lines.ts";
import { cn } from "@/components/ui/cn.ts";

const hues: Record<AnsiHue, string> = {
  red: "text-danger",
  yellow: "text-warning",
  green: "text-success",
  cyan: "text-series-3",
  blue: "text-info",
  magenta: "text-magenta",
  grey: "text-faint",
};

export type LogMark = { from: number; to: number; current: boolean };

type LogTextProps = { text: string; spans: readonly LogSpan[]; marks?: readonly LogMark[] };

export function LogText({ text, spans, marks = [] }: LogTextProps) {
  if (spans.length === 0 && marks.length === 0) return text;
  const edges = new Set([0, text.length]);
  for (const { from, to } of [...spans, ...marks]) edges.add(from).add(to);
  const places = [...edges].sort((a, b) => a - b);
  const pieces: ReactNode[] = [];
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (to === undefined || to === from) continue;
    const piece = text.slice(from, to);
    const style = spans.find((span) => span.from <= from && span.to >= to)?.style;
    const mark = marks.find((each) => each.from <= from && each.to >= to);
    const inner = style ? (
      <span key={from} className={classOf(style)}>
        {piece}
      </span>
    ) : (
      piece
    );
    pieces.push(
      mark ? (
        <mark
          key={from}
          className={cn(
            "rounded-xs bg-warning-surface text-inherit outline outline-warning",
            mark.current && "bg-accent text-accent-foreground outline-accent",
          )}
        >
          {inner}
        </mark>
      ) : (
        inner
      ),
    );
  }
  return pieces;
}

function classOf({ hue, bold, dim, italic, underline }: AnsiStyle): string {
  return cn(
    hue && hues[hue],
    bold && "font-semibold",
    dim && "opacity-75",
    italic && "italic",
    underline && "underline",
  );
}
