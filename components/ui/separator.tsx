// Owns the line between two things.
import { cn } from "./cn.ts";

export function Separator({ vertical = false, className }: { vertical?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      data-slot="separator"
      className={cn("block shrink-0 bg-border", vertical ? "h-4 w-px" : "h-px w-full", className)}
    />
  );
}
