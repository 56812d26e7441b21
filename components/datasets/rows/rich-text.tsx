// Owns the words of a turn: line breaks kept, thoughts folded, very long texts cut with a way to see all.
"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { splitThinking } from "@/client/datasets/thinking.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";

const SHOWN = 3000;

export function RichText({ text, mono = false }: { text: string; mono?: boolean }) {
  const t = useT("dataset");
  if (text === "") return <p className="text-faint italic">{t("row.empty")}</p>;
  return splitThinking(text).map((piece, at) => {
    const key = `${at} ${piece.kind}`;
    if (piece.kind === "text") return <Words key={key} text={piece.text} mono={mono} />;
    return (
      <Fold key={key} title={t("thinking")}>
        <Words text={piece.text} />
      </Fold>
    );
  });
}

function Words({ text, mono = false }: { text: string; mono?: boolean }) {
  const t = useT("dataset");
  const [whole, setWhole] = useState(false);
  const isLong = text.length > SHOWN * 1.2;
  return (
    <div className="min-w-0">
      <p dir="auto" className={cn("whitespace-pre-wrap break-words", mono && "font-mono text-xs")}>
        {isLong && !whole ? `${text.slice(0, SHOWN)}…` : text}
      </p>
      {isLong ? (
        <button
          type="button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          className="mt-1 min-h-6 rounded-sm text-accent-text text-xs hover:underline"
        >
          {whole ? t("row.less") : t("row.more", { count: text.length })}
        </button>
      ) : null}
    </div>
  );
}

export function Fold({
  title,
  children,
  open,
}: {
  title: string;
  children: React.ReactNode;
  open?: boolean;
}) {
  return (
    <details open={open} className="group min-w-0 rounded-md border border-dashed px-2 py-1">
      <summary className="flex min-h-6 w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-muted text-xs">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="pt-1 pb-1 text-muted">{children}</div>
    </details>
  );
}
