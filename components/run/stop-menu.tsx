// Owns the ways to end a run, each with what is kept.
"use client";
import { ChevronDown, OctagonX, Square } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { isAdapterMethod } from "./run-results.ts";
import type { RunCommands } from "./use-run-commands.ts";

type StopMenuProps = { run: RunSummary; commands: RunCommands };

export function StopMenu({ run, commands }: StopMenuProps) {
  const t = useT("run");
  const { allowed, busy } = commands;
  if (!allowed.has("stop") && !allowed.has("force-stop")) return null;
  return (
    <Menu
      trigger={
        <Button busy={busy === "stop" || busy === "force-stop"}>
          <Square aria-hidden />
          {t("action.stop")}
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      <StopItems run={run} commands={commands} />
    </Menu>
  );
}

export function StopItems({ run, commands }: StopMenuProps) {
  const t = useT("run");
  const { allowed, act, ask } = commands;
  const { label, hint } = stopWords(run);
  return (
    <>
      {allowed.has("stop") ? (
        <MenuItem icon={<Square aria-hidden />} hint={t(hint)} onClick={() => act({ action: "stop" })}>
          {t(label)}
        </MenuItem>
      ) : null}
      {allowed.has("force-stop") ? (
        <MenuItem
          danger
          icon={<OctagonX aria-hidden />}
          hint={t("action.forceStopHint")}
          onClick={() => ask({ type: "force-stop" })}
        >
          {t("action.forceStop")}
        </MenuItem>
      ) : null}
    </>
  );
}

function stopWords({ state, kind, method }: RunSummary) {
  if (state.status === "queued") return { label: "action.cancel", hint: "action.cancelHint" } as const;
  if (state.status === "paused")
    return { label: "action.stopPaused", hint: "action.stopPausedHint" } as const;
  if (kind === "setup") return { label: "action.stopWork", hint: "action.stopSetupHint" } as const;
  if (kind !== "train") return { label: "action.stopWork", hint: "action.stopWorkHint" } as const;
  const label = isAdapterMethod(method) ? "action.stopKeep" : "action.stopKeepFull";
  return { label, hint: "action.stopKeepHint" } as const;
}
