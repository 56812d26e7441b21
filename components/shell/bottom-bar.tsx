// Owns the navigation of narrow windows: the same five screens, under the thumb.
"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";
import { destinations, isCurrent } from "./destinations.ts";

export function BottomBar({ runningCount }: { runningCount: number }) {
  const t = useT("shell");
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t bg-background pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {destinations.map((destination) => {
        const current = isCurrent(destination, pathname);
        const Icon = destination.icon;
        return (
          <Link
            key={destination.id}
            href={destination.href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "relative flex h-14 flex-col items-center justify-center gap-1 text-2xs text-muted -outline-offset-2",
              current && "font-medium text-foreground",
            )}
          >
            <span className="relative">
              <Icon aria-hidden className={cn("size-5", current && "text-accent-text")} />
              {destination.id === "runs" && runningCount > 0 ? (
                <span className="absolute -top-1 -right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 font-medium text-2xs text-accent-foreground tabular-nums">
                  <span aria-hidden>{runningCount}</span>
                  <span className="sr-only">{t("running", { count: runningCount })}</span>
                </span>
              ) : null}
            </span>
            {t(destination.id)}
          </Link>
        );
      })}
    </nav>
  );
}
