// Owns the sign that something is being waited for. Decorative: the words beside it say what.
import { LoaderCircle } from "lucide-react";
import { cn } from "./cn.ts";

export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden data-slot="spinner" className={cn("size-4 animate-spin", className)} />;
}
