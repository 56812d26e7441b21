// Owns the navigation of wide windows. Free of data: counts, meters and the connection come in from above.
"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { type Connection, ConnectionState } from "./connection-state.tsx";
import { type Destination, destinations, isCurrent } from "./destinations.ts";
import { KeysLabel } from "./keys-label.tsx";
import { Mark } from "./mark.tsx";
import { openOverlay } from "./overlays.ts";

/** The menu is what is heavy about it; its place is kept. */
const ThemeToggle = lazy(() => import("./theme-toggle.tsx").then((file) => ({ default: file.ThemeToggle })));

type SidebarProps = { runningCount: number; connection: Connection; status?: ReactNode };

export function Sidebar({ runningCount, connection, status }: SidebarProps) {
  const t = useT("shell");
  return (
    <aside
      data-slot="sidebar"
      className="sticky top-0 hidden h-dvh w-52 shrink-0 flex-col gap-3 border-r bg-background p-2 md:flex"
    >
      <div className="flex h-10 items-center gap-2 px-2">
        <Mark className="size-4.5" />
        <span className="font-semibold text-base">Anneal</span>
      </div>
      <button
        type="button"
        onClick={() => openOverlay("palette")}
        aria-label={t("palette.open")}
        className="flex h-8 items-center gap-2 rounded-md border bg-surface px-2 text-faint text-sm transition-colors hover:border-border-strong hover:text-foreground"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">{t("palette.hint")}</span>
        <span aria-hidden>
          <KeysLabel keys="mod+k" />
        </span>
      </button>
      <nav aria-label={t("navigation")} className="flex flex-col gap-0.5">
        {destinations.map((destination) => (
          <SidebarLink key={destination.id} destination={destination} runningCount={runningCount} />
        ))}
      </nav>
      <div className="mt-auto flex flex-col gap-2">
        {status}
        <div className="flex h-8 items-center justify-between gap-1 pl-2">
          <ConnectionState connection={connection} />
          <Suspense fallback={<span className="size-8" />}>
            <ThemeToggle />
          </Suspense>
        </div>
      </div>
    </aside>
  );
}

function SidebarLink({ destination, runningCount }: { destination: Destination; runningCount: number }) {
  const t = useT("shell");
  const current = isCurrent(destination, usePathname());
  const Icon = destination.icon;
  return (
    <Link
      href={destination.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "flex h-8 items-center gap-2 rounded-md px-2 text-muted text-sm transition-colors hover:bg-surface-2 hover:text-foreground",
        current && "bg-surface-2 font-medium text-foreground",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{t(destination.id)}</span>
      {destination.id === "runs" && runningCount > 0 ? <RunningCount count={runningCount} /> : null}
      {destination.id === "newRun" ? <Kbd>N</Kbd> : null}
    </Link>
  );
}

function RunningCount({ count }: { count: number }) {
  const t = useT("shell");
  return (
    <span
      className="flex items-center gap-1.5 text-accent-text text-xs tabular-nums"
      title={t("running", { count })}
    >
      <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-accent" />
      <span aria-hidden>{count}</span>
      <span className="sr-only">{t("running", { count })}</span>
    </span>
  );
}
