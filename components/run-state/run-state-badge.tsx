// Owns how a run's state shows everywhere: picture, word and colour together. Refuses to decide the state.
"use client";
import {
  Check,
  CircleHelp,
  CirclePause,
  Clock,
  type LucideIcon,
  Save,
  Square,
  TriangleAlert,
  X,
} from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { cn } from "@/components/ui/cn.ts";
import { Spinner } from "@/components/ui/spinner.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { type RunStateLook, runStateLook } from "./run-state-look.ts";

const icons: Record<Exclude<RunStateLook["picture"], "spinner" | "dot">, LucideIcon> = {
  clock: Clock,
  disk: Save,
  bars: CirclePause,
  check: Check,
  square: Square,
  cross: X,
  question: CircleHelp,
};

export type RunStateBadgeProps = {
  run: Pick<RunSummary, "state" | "stalled">;
  /** Without the tinted ground, for rows. */
  plain?: boolean;
  className?: string;
};

export function RunStateBadge({ run, plain = false, className }: RunStateBadgeProps) {
  const t = useT("state");
  const look = runStateLook(run.state);
  return (
    <span className={cn("inline-flex items-center gap-1.5", className)}>
      <Badge
        tone={look.tone}
        data-state={look.word}
        className={cn(
          look.word === "paused" && "border-current",
          plain && "border-transparent bg-transparent px-0 text-xs",
        )}
      >
        <Picture picture={look.picture} />
        {t(look.word)}
      </Badge>
      {run.stalled ? (
        <Tooltip content={t("stalledHelp")}>
          <Badge tone="warning" tabIndex={0} data-state="stalled">
            <TriangleAlert aria-hidden />
            {t("stalled")}
          </Badge>
        </Tooltip>
      ) : null}
    </span>
  );
}

function Picture({ picture }: { picture: RunStateLook["picture"] }) {
  if (picture === "spinner") return <Spinner />;
  if (picture === "dot") {
    return (
      <span aria-hidden className="grid size-3 place-items-center">
        <span className="size-2 animate-breathe rounded-full bg-accent" />
      </span>
    );
  }
  const Icon = icons[picture];
  return <Icon aria-hidden />;
}
