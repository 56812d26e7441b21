// Owns the placeholder that has the size of what is coming.
import { cn } from "./cn.ts";

export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      data-slot="skeleton"
      className={cn("block h-4 animate-pulse rounded-sm bg-surface-2", className)}
    />
  );
}
