// Owns the look of the plain tables of the run page; on a phone they scroll inside their card.
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn.ts";

type CellProps = { children?: ReactNode; right?: boolean; className?: string };

/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

export function DataTable({
  label,
  head,
  children,
}: {
  label: string;
  head: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      {...focusable}
      // Positioned, so that words for screen readers are clipped with their column and do not widen the page.
      className="relative min-w-0 overflow-x-auto rounded-lg border bg-surface"
    >
      <table className="w-full text-xs">
        <thead className="border-b text-muted">
          <tr>{head}</tr>
        </thead>
        <tbody className="[&>tr+tr]:border-t">{children}</tbody>
      </table>
    </section>
  );
}

export function HeadCell({ children, right, className }: CellProps) {
  return (
    <th
      scope="col"
      className={cn("h-8 whitespace-nowrap px-3 font-medium", right ? "text-right" : "text-left", className)}
    >
      {children}
    </th>
  );
}

export function Cell({ children, right, className }: CellProps) {
  return (
    <td className={cn("h-9 whitespace-nowrap px-3 tabular-nums", right && "text-right", className)}>
      {children}
    </td>
  );
}
