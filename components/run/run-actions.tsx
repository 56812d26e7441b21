// Owns the row of buttons of the header: what this state allows, the likeliest first, the rest in a menu.
"use client";
import {
  Archive,
  ArchiveRestore,
  CopyPlus,
  Ellipsis,
  Gauge,
  GitCompareArrows,
  Layers,
  Pause,
  RotateCcw,
  Save,
  Trash2,
} from "lucide-react";
import Link from "next/link";
import { twinOfRun } from "@/client/compare/twin-address.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { isLive } from "@/contract/run-status.ts";
import { AgainActions } from "./again-actions.tsx";
import { FollowButtons, FollowItems } from "./follow-items.tsx";
import { isAdapterMethod } from "./run-results.ts";
import { StopMenu } from "./stop-menu.tsx";
import type { RunCommands } from "./use-run-commands.ts";

type RunActionsProps = {
  run: RunSummary;
  commands: RunCommands;
  /** False where another part of the page offers to resume and to retry already. */
  withAgain: boolean;
};

export function RunActions({ run, commands, withAgain }: RunActionsProps) {
  const t = useT("run");
  const { allowed, busy, act, ask, mergeable } = commands;
  const live = isLive(run.state);
  return (
    <>
      {allowed.has("pause") ? (
        <Tooltip content={t("action.pauseHint")}>
          <Button busy={busy === "pause"} onClick={() => act({ action: "pause" })}>
            <Pause aria-hidden />
            {t("action.pause")}
          </Button>
        </Tooltip>
      ) : null}
      {withAgain && run.state.status !== "succeeded" ? <AgainActions commands={commands} /> : null}
      <StopMenu run={run} commands={commands} />
      {allowed.has("save") ? (
        <Tooltip content={t("action.saveHint")}>
          <Button className="max-lg:hidden" busy={busy === "save"} onClick={() => act({ action: "save" })}>
            <Save aria-hidden />
            {t("action.save")}
          </Button>
        </Tooltip>
      ) : null}
      {mergeable && !live ? (
        <Button
          variant={run.state.status === "succeeded" ? "primary" : "default"}
          onClick={() => ask({ type: "merge", checkpoint: null })}
        >
          <Layers aria-hidden />
          {t(isAdapterMethod(run.method) ? "action.merge" : "action.export")}
        </Button>
      ) : null}
      <FollowButtons commands={commands} />
      <MoreMenu run={run} commands={commands} />
    </>
  );
}

function MoreMenu({ run, commands }: Omit<RunActionsProps, "withAgain">) {
  const t = useT("run");
  const { allowed, act, ask, mergeable } = commands;
  const live = isLive(run.state);
  const trained = run.kind === "train";
  return (
    <Menu
      trigger={
        <Button size="icon" aria-label={t("action.more")}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {allowed.has("save") ? (
        <MenuItem
          icon={<Save aria-hidden />}
          hint={t("action.saveHint")}
          onClick={() => act({ action: "save" })}
        >
          {t("action.save")}
        </MenuItem>
      ) : null}
      {allowed.has("evaluate") ? (
        <MenuItem
          icon={<Gauge aria-hidden />}
          hint={t("action.evaluateHint")}
          onClick={() => act({ action: "evaluate" })}
        >
          {t("action.evaluate")}
        </MenuItem>
      ) : null}
      {mergeable && live ? (
        <MenuItem icon={<Layers aria-hidden />} onClick={() => ask({ type: "merge", checkpoint: null })}>
          {t(isAdapterMethod(run.method) ? "action.merge" : "action.export")}
        </MenuItem>
      ) : null}
      <FollowItems commands={commands} />
      {allowed.has("retry") && run.state.status === "succeeded" ? (
        <MenuItem
          icon={<RotateCcw aria-hidden />}
          hint={t("action.retryHint")}
          onClick={() => act({ action: "retry" })}
        >
          {t("action.retry")}
        </MenuItem>
      ) : null}
      {trained ? (
        <MenuItem
          icon={<GitCompareArrows aria-hidden />}
          hint={t("action.twinHint")}
          render={<Link href={twinOfRun(run.id)} />}
        >
          {t("action.twin")}
        </MenuItem>
      ) : null}
      {trained ? (
        <MenuItem icon={<CopyPlus aria-hidden />} render={<Link href={`/new/?from=${run.id}`} />}>
          {t("action.duplicate")}
        </MenuItem>
      ) : null}
      {trained && (allowed.has("archive") || allowed.has("restore")) ? <MenuSeparator /> : null}
      {allowed.has("archive") ? (
        <MenuItem
          icon={<Archive aria-hidden />}
          hint={t("action.archiveHint")}
          onClick={() => act({ action: "archive" })}
        >
          {t("action.archive")}
        </MenuItem>
      ) : null}
      {allowed.has("restore") ? (
        <MenuItem icon={<ArchiveRestore aria-hidden />} onClick={() => act({ action: "restore" })}>
          {t("action.restore")}
        </MenuItem>
      ) : null}
      {run.archived ? (
        <MenuItem icon={<Trash2 aria-hidden />} danger onClick={() => ask({ type: "remove" })}>
          {t("action.remove")}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
