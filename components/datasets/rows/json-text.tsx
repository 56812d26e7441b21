// Owns JSON as coloured text: keys step forward, punctuation steps back. Scrolls inside.
import { useMemo } from "react";
import { type JsonSpan, jsonSpans } from "@/client/datasets/json-spans.ts";
import { cn } from "@/components/ui/cn.ts";

const colours: Record<JsonSpan["kind"], string> = {
  key: "text-info",
  string: "",
  number: "text-violet",
  word: "text-magenta",
  plain: "text-faint",
};

export function JsonText({ text, className }: { text: string; className?: string }) {
  const spans = useMemo(() => jsonSpans(text), [text]);
  return (
    <pre className={cn("whitespace-pre-wrap break-words font-mono text-xs leading-4.5", className)}>
      {spans.map((span) => (
        <span key={span.at} className={colours[span.kind]}>
          {span.text}
        </span>
      ))}
    </pre>
  );
}
