// Owns a list of facts: a name and a value each. A value that may be long breaks, never widens.
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export function KeyValueList({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <dl
      data-slot="key-value-list"
      className={cn("grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] gap-x-3 text-xs", className)}
    >
      {children}
    </dl>
  );
}

type KeyValueProps = { name: ReactNode; children: ReactNode; mono?: boolean };

export function KeyValue({ name, children, mono = false }: KeyValueProps) {
  return (
    <div className="col-span-2 grid min-h-6 grid-cols-subgrid items-baseline py-0.5">
      <dt className="text-muted">{name}</dt>
      <dd className={cn("min-w-0 break-words tabular-nums", mono && "break-all font-mono")}>{children}</dd>
    </div>
  );
}
