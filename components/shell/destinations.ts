// Owns the list of screens that the sidebar, the bottom bar and the palette lead to.
import { Box, Database, List, type LucideIcon, Plus, Settings } from "lucide-react";

type DestinationId = "runs" | "newRun" | "datasets" | "models" | "settings";

export type Destination = { id: DestinationId; href: string; icon: LucideIcon; keys: string };

export const destinations: readonly Destination[] = [
  { id: "runs", href: "/", icon: List, keys: "g r" },
  { id: "newRun", href: "/new/", icon: Plus, keys: "n" },
  { id: "datasets", href: "/datasets/", icon: Database, keys: "g d" },
  { id: "models", href: "/models/", icon: Box, keys: "g m" },
  { id: "settings", href: "/settings/", icon: Settings, keys: "g s" },
];

/** The page of one run, and of several, belongs to the runs; a twin is a run that is about to be. */
export function isCurrent(destination: Destination, pathname: string): boolean {
  const path = pathname.endsWith("/") ? pathname : `${pathname}/`;
  if (destination.id === "runs" && ["/run/", "/compare/"].includes(path)) return true;
  return destination.href === path || (destination.id === "newRun" && path === "/twin/");
}
