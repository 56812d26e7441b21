// Owns how the link to the studio is shown: a dot and a word in the sidebar, a line over the page when it is lost.
"use client";
import { CloudOff } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { cn } from "@/components/ui/cn.ts";

export type Connection = "connecting" | "online" | "offline";

const dot: Record<Connection, string> = {
  connecting: "bg-violet animate-breathe",
  online: "bg-success",
  offline: "bg-warning animate-breathe",
};

export function ConnectionState({ connection }: { connection: Connection }) {
  const t = useT("shell");
  return (
    <span className="flex min-w-0 items-center gap-2 text-faint text-xs">
      <span aria-hidden className={cn("size-1.5 shrink-0 rounded-full", dot[connection])} />
      <span className="truncate">{t(`connection.${connection}`)}</span>
    </span>
  );
}

/** Takes no room, so that nothing moves when a link drops and returns. */
export function ConnectionLost({ connection }: { connection: Connection }) {
  const t = useT("shell");
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-30 flex justify-center px-3 md:bottom-4"
    >
      {connection === "offline" ? (
        <p className="flex items-center gap-2 text-balance rounded-lg border border-border bg-overlay px-3 py-2 text-sm shadow-overlay">
          <CloudOff aria-hidden className="size-4 shrink-0 text-warning" />
          {t("connection.lost")}
        </p>
      ) : null}
    </div>
  );
}
