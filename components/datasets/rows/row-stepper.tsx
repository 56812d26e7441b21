// Owns going from row to row: by buttons, by J and K, by number.
"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type FormEvent, useEffect, useState } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { isTyping } from "./is-typing.ts";
import type { KnownRows } from "./known-rows.ts";

type RowStepperProps = {
  row: number;
  rows: KnownRows;
  onRow: (row: number) => void;
  step?: number;
};

export function RowStepper({ row, rows, onRow, step = 1 }: RowStepperProps) {
  const t = useT("dataset");
  const locale = useLocale();
  const [text, setText] = useState<string | null>(null);
  const last = Math.max(0, rows.count - 1);
  const canGoOn = row + step <= last || !rows.isFinal;
  const to = (next: number) => onRow(Math.max(0, rows.isFinal ? Math.min(last, next) : next));

  // External system: the keyboard.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return;
      const by = event.key === "j" ? step : event.key === "k" ? -step : 0;
      const next = row + by;
      if (by === 0 || next > last || (by < 0 && row === 0)) return;
      event.preventDefault();
      onRow(Math.max(0, next));
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [row, last, step, onRow]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = Number((text ?? "").replace(/[^\d]/g, ""));
    if (asked >= 1) to(asked - 1);
    setText(null);
  };
  return (
    <div className="flex items-center gap-1.5">
      <Button
        size="icon"
        aria-label={t("row.previous")}
        title={t("row.previous")}
        disabled={row === 0}
        onClick={() => to(row - step)}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <form onSubmit={submit}>
        <Input
          aria-label={t("row.jump")}
          inputMode="numeric"
          autoComplete="off"
          value={text ?? (row + 1).toLocaleString(locale)}
          onValueChange={setText}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setText(null)}
          className="w-24 text-right tabular-nums"
        />
      </form>
      <span className="whitespace-nowrap text-muted text-xs tabular-nums">
        {t(rows.isFinal ? "row.of" : "row.ofSoFar", { total: rows.count.toLocaleString(locale) })}
      </span>
      <Button
        size="icon"
        aria-label={t("row.next")}
        title={t("row.next")}
        disabled={!canGoOn}
        onClick={() => to(row + step)}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
