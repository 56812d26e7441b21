// Owns the bar at the foot of the page: what the numbers come to, why a start is not possible yet, and Start.
"use client";
import { ChevronDown, FileStack, Play } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Kbd } from "@/components/ui/kbd.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Block } from "./use-start.ts";

export type StartBarProps = {
  engine: EngineDescription;
  block: Block | null;
  busy: boolean;
  onStart: () => void;
  /** Null where the engine has nothing of the kind. */
  onPrepare: (() => void) | null;
  /** Leads to what stands in the way. */
  onShow: () => void;
  /** Why the last start came to nothing. */
  failure: ReactNode;
  /** The estimate. */
  children: ReactNode;
  /** The way to the config where it is not on the page. */
  aside?: ReactNode;
};

const engineReasons = {
  missing: "start.because.engineMissing",
  installing: "start.because.engineInstalling",
  broken: "start.because.engineBroken",
} as const;

export function StartBar(props: StartBarProps) {
  const { engine, block, busy, onStart, onPrepare, onShow, failure, children, aside } = props;
  const t = useT("launch");
  const id = useId();
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 flex flex-wrap items-center gap-x-4 gap-y-1.5 border-t bg-background px-4 py-2 md:bottom-0 md:px-6">
      {failure ? <div className="w-full">{failure}</div> : null}
      <div className="hidden min-w-0 flex-1 md:block">{children}</div>
      <p
        id={id}
        role="status"
        className={cn(
          "flex min-w-0 flex-1 items-center gap-1 text-xs md:flex-none",
          block !== null && "max-sm:basis-full",
        )}
      >
        {block === null ? null : (
          <>
            <span className="min-w-0 text-muted">{reason(block)}</span>
            {block.kind === "engine" ? null : (
              <Button variant="ghost" size="sm" className="text-accent-text" onClick={onShow}>
                {t("start.show")}
              </Button>
            )}
          </>
        )}
      </p>
      <div className="ml-auto flex items-center gap-x-4">
        {aside}
        <div className="flex">
          <Button
            variant="primary"
            busy={busy}
            aria-describedby={id}
            disabled={block !== null}
            onClick={onStart}
            className={cn("min-w-24", onPrepare && "rounded-r-none")}
          >
            {busy ? null : <Play aria-hidden />}
            {t("start.label")}
            <span className="hidden lg:inline-flex" aria-hidden>
              <Kbd className="border-current/30 bg-transparent text-inherit">Ctrl ⏎</Kbd>
            </span>
          </Button>
          {onPrepare ? (
            <Menu
              side="top"
              trigger={
                <Button
                  variant={block === null ? "primary" : "default"}
                  size="icon"
                  disabled={busy}
                  aria-label={t("start.more")}
                  className="-ml-px rounded-l-none border-l-background"
                >
                  <ChevronDown aria-hidden />
                </Button>
              }
            >
              {/* What only the training needs does not stand in its way; the server judges it before it starts. */}
              <MenuItem
                icon={<FileStack aria-hidden />}
                hint={t("start.prepareHint")}
                disabled={block !== null && block.kind !== "problems"}
                onClick={onPrepare}
              >
                {t("start.prepare")}
              </MenuItem>
            </Menu>
          ) : null}
        </div>
      </div>
    </div>
  );

  function reason(why: Block): string {
    if (why.kind === "engine") return t(engineReasons[why.status], { name: engine.name });
    if (why.kind === "problems") return t("start.because.problems", { count: why.count });
    return t(`start.because.${why.kind}`);
  }
}
