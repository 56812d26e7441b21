// Owns the choice of the checkpoint to go on from.
"use client";
import { ChevronDown, Play } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import type { RunCommands } from "./use-run-commands.ts";

/** Where there is no checkpoint: from the beginning, if it was paused before it trained; else nothing. */
export function ResumeMenu({ commands }: { commands: RunCommands }) {
  const t = useT("run");
  const { allowed, busy, checkpoints, act } = commands;
  // A paused run waits for nothing else; of a failed one nobody knows.
  const variant = allowed.has("retry") ? "default" : "primary";
  if (!allowed.has("resume")) return null;
  if (checkpoints.length === 0)
    return allowed.has("retry") ? null : (
      <Button variant={variant} busy={busy === "resume"} onClick={() => act({ action: "resume" })}>
        <Play aria-hidden />
        {t("action.resume")}
      </Button>
    );
  return (
    <Menu
      align="start"
      trigger={
        <Button variant={variant} busy={busy === "resume"}>
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
