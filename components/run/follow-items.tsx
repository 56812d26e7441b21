// Owns what else a run's engine offers to make of it, as buttons of the header and as items of its menu.
"use client";
import { FileStack, Gauge, type LucideIcon, Shrink } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { MenuItem } from "@/components/ui/menu.tsx";
import type { FollowKind } from "@/contract/follow.ts";
import type { RunCommands } from "./use-run-commands.ts";

export const followIcons: Record<FollowKind, LucideIcon> = {
  preprocess: FileStack,
  evaluate: Gauge,
  quantize: Shrink,
};

/** Where there is room: what starts from the result. */
export function FollowButtons({ commands }: { commands: RunCommands }) {
  const t = useT("run");
  const { follows, ask } = commands;
  return follows
    .filter(({ source }) => source === "weights")
    .map((form) => {
      const Icon = followIcons[form.kind];
      return (
        <Button key={form.kind} className="max-lg:hidden" onClick={() => ask({ type: "follow", form })}>
          <Icon aria-hidden />
          {t(`follow.action.${form.kind}`)}
        </Button>
      );
    });
}

export function FollowItems({ commands }: { commands: RunCommands }) {
  const t = useT("run");
  const { follows, ask } = commands;
  return follows.map((form) => {
    const Icon = followIcons[form.kind];
    return (
      <MenuItem
        key={form.kind}
        icon={<Icon aria-hidden />}
        hint={t(`follow.hint.${form.kind}`)}
        onClick={() => ask({ type: "follow", form })}
      >
        {t(`follow.action.${form.kind}`)}
      </MenuItem>
    );
  });
}
