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

/** The page of one run belongs to the runs. */
export function isCurrent(destination: Destination, pathname: string): boolean {
  const path = pathname.endsWith("/") ? pathname : `${pathname}/`;
  return destination.href === path || (destination.id === "runs" && path === "/run/");
}
