// Owns the frame around one subject: a border, no shadow.
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section data-slot="card" className={cn("min-w-0 rounded-lg border bg-surface", className)} {...props} />
  );
}

/** The title at the left, `actions` at the right. */
export function CardHeader({
  className,
  children,
  actions,
}: {
  className?: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div
      data-slot="card-header"
      className={cn("flex min-h-9 items-center gap-2 border-b py-1 pr-1.5 pl-3", className)}
    >
      <div className="flex min-w-0 flex-1 items-center gap-2">{children}</div>
      {actions ? <div className="flex shrink-0 items-center gap-1">{actions}</div> : null}
    </div>
  );
}

export function CardTitle({ className, ...props }: ComponentProps<"h2">) {
  return <h2 data-slot="card-title" className={cn("truncate font-medium text-sm", className)} {...props} />;
}

export function CardBody({ className, ...props }: ComponentProps<"div">) {
  return <div data-slot="card-body" className={cn("p-3", className)} {...props} />;
}
