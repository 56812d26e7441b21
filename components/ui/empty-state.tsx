// Owns what a list says when it has nothing: what belongs here and what to do next.
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  body?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, body, action, className }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn("flex flex-col items-start gap-3 px-4 py-8 sm:flex-row sm:px-6", className)}
    >
      {icon ? (
        <span
          aria-hidden
          className="grid size-8 shrink-0 place-items-center rounded-md border text-muted [&_svg]:size-4"
        >
          {icon}
        </span>
      ) : null}
      <div className="flex min-w-0 max-w-prose flex-col items-start gap-1">
        <p className="font-medium text-sm">{title}</p>
        {body ? <div className="text-muted text-sm">{body}</div> : null}
        {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
