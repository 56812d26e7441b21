// Owns the two ways to begin again: from a checkpoint, or from the beginning.
"use client";
import { RotateCcw } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ResumeMenu } from "./resume-menu.tsx";
import type { RunCommands } from "./use-run-commands.ts";

export function AgainActions({ commands }: { commands: RunCommands }) {
  const t = useT("run");
  const { allowed, busy, act } = commands;
  return (
    <>
      <ResumeMenu commands={commands} />
      {allowed.has("retry") ? (
        <Button busy={busy === "retry"} onClick={() => act({ action: "retry" })}>
          <RotateCcw aria-hidden />
          {t("action.retry")}
        </Button>
      ) : null}
    </>
  );
}
