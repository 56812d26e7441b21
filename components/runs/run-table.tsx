// Owns the table of runs for windows with room for one: its head, its rows, and only the visible ones of a long list.
"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { lazy, Suspense } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { cn } from "@/components/ui/cn.ts";
import type { RunSummary } from "@/contract/run.ts";
import type { RowAction } from "./run-menu-items.ts";
import type { RunOrder } from "./run-order.ts";
import { RunRow } from "./run-row.tsx";
import { type Column, columnClass } from "./table-columns.ts";
import type { Selection } from "./use-selection.ts";

export type RunTableProps = {
  runs: readonly RunSummary[];
  selection: Selection;
  order: RunOrder;
  onOrder: (order: RunOrder) => void;
  onRequest: (run: RunSummary, action: RowAction) => void;
};

const columns = ["state", "name", "what", "progress", "loss", "started", "duration"] as const;

/** What a press on a column's head asks for: the first, then the next, and around. */
const ordersOf: Partial<Record<Column, readonly RunOrder[]>> = {
  state: ["queue"],
  name: ["name", "queue"],
  loss: ["loss", "queue"],
  started: ["newest", "oldest", "queue"],
  duration: ["duration", "queue"],
};

const descending: readonly RunOrder[] = ["newest", "duration"];

/** A short list is drawn whole, so that the browser's own search finds all of it. */
const drawnWhole = 200;

const LongBody = lazy(() => import("./long-body.tsx").then((file) => ({ default: file.LongBody })));

export function RunTable({ runs, selection, order, onOrder, onRequest }: RunTableProps) {
  const t = useT("runs");
  const row = (run: RunSummary) => (
    <RunRow
      key={run.id}
      run={run}
      selected={selection.has(run.id)}
      onSelect={selection.set}
      onRequest={onRequest}
    />
  );
  return (
    <table aria-label={t("table")} aria-rowcount={runs.length + 1} className="w-full table-fixed">
      <thead>
        <tr className="h-9 border-b text-left text-faint text-xs">
          <th scope="col" className={columnClass.select}>
            <Checkbox
              checked={selection.all}
              indeterminate={selection.some}
              onCheckedChange={selection.setAll}
              aria-label={t("selectAll")}
            />
          </th>
          {columns.map((column) => (
            <Head key={column} column={column} order={order} onOrder={onOrder} />
          ))}
          <th scope="col" className={columnClass.actions}>
            <span className="sr-only">{t("column.actions")}</span>
          </th>
        </tr>
      </thead>
      {runs.length > drawnWhole ? (
        <Suspense>
          <LongBody runs={runs} row={row} />
        </Suspense>
      ) : (
        <tbody>{runs.map(row)}</tbody>
      )}
    </table>
  );
}

type HeadProps = {
  column: Exclude<Column, "select" | "actions">;
  order: RunOrder;
  onOrder: (order: RunOrder) => void;
};

function Head({ column, order, onOrder }: HeadProps) {
  const t = useT("runs");
  const orders = ordersOf[column];
  const name = t(`column.${column}`);
  if (!orders) {
    return (
      <th scope="col" className={cn(columnClass[column], "font-normal")}>
        {name}
      </th>
    );
  }
  const place = orders.indexOf(order);
  const sorted = place >= 0 && order !== "queue";
  const down = descending.includes(order);
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (down ? "descending" : "ascending") : undefined}
      className={cn(columnClass[column], "font-normal")}
    >
      <button
        type="button"
        aria-label={t("sortBy", { name })}
        onClick={() => onOrder(orders[place + 1] ?? orders[0] ?? "queue")}
        className={cn(
          "inline-flex h-6 items-center gap-1 rounded-sm hover:text-foreground",
          sorted && "text-foreground",
        )}
      >
        {name}
        {sorted ? <Arrow aria-hidden className="size-3" /> : null}
      </button>
    </th>
  );
}
