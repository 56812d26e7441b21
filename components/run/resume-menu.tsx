// Owns the choice of the checkpoint to go on from.
"use client";
import { ChevronDown, Play } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { RunCommands } from "./use-run-commands.ts";

type ResumeMenuProps = { commands: RunCommands; variant?: "default" | "primary"; className?: string };

/** Nothing where there is no checkpoint to go on from. */
export function ResumeMenu({ commands, variant = "default", className }: ResumeMenuProps) {
  const t = useT("run");
  const { allowed, busy, checkpoints, act } = commands;
  if (!allowed.has("resume") || checkpoints.length === 0) return null;
  return (
    <Menu
      align="start"
      trigger={
        <Button variant={variant} busy={busy === "resume"} className={className}>
          <Play aria-hidden />
          {t("action.resume")}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {checkpoints.map(({ name, savedAt }, index) => (
        <MenuItem
          key={name}
          hint={<ResumeHint newest={index === 0} savedAt={savedAt} />}
          onClick={() => act({ action: "resume", checkpoint: name })}
        >
          {t("action.resumeFrom", { name })}
        </MenuItem>
      ))}
    </Menu>
  );
}

function ResumeHint({ newest, savedAt }: { newest: boolean; savedAt: number }) {
  const t = useT("run");
  const time = <RelativeTime value={savedAt} />;
  return newest ? t.rich("action.resumeNewest", { time: () => time }) : time;
}
