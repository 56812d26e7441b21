// Owns the top of every screen: its one h1, a line of facts, its actions, and the title of the browser tab.
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type PageHeaderProps = {
  title: string;
  /** Stands in for the plain title, for example with a field to rename; it must hold the h1. */
  heading?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  /** A second row: tabs, filters. */
  children?: ReactNode;
  className?: string;
};

export function PageHeader({ title, heading, meta, actions, children, className }: PageHeaderProps) {
  return (
    <header
      data-slot="page-header"
      className={cn("z-20 border-b bg-background px-4 md:sticky md:top-0 md:px-6", className)}
    >
      <title>{`${title} · Anneal`}</title>
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-2">
        <div className="flex min-w-0 flex-1 basis-56 flex-wrap items-baseline gap-x-3 gap-y-0.5">
          {heading ?? <h1 className="min-w-0 truncate font-semibold text-xl">{title}</h1>}
          {meta ? <div className="min-w-0 text-muted text-xs tabular-nums">{meta}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children ? <div className="-mb-px">{children}</div> : null}
    </header>
  );
}
