// Owns the list of checkpoints: what each is good for, and going on or merging from it.
"use client";
import { Flag, Layers, Play, Save } from "lucide-react";
import { formatBytes } from "@/client/format/bytes.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { Checkpoint, RunDetail } from "@/contract/run.ts";
import { Cell, DataTable, HeadCell } from "./data-table.tsx";
import type { RunCommands } from "./use-run-commands.ts";

/** On a phone the name holds the step, and what can be done must not be off the screen. */
const narrowHidden = "max-sm:hidden";
const narrowRead = "max-sm:sr-only";

type CheckpointsTabProps = { detail: RunDetail; commands: RunCommands };

export function CheckpointsTab({ detail, commands }: CheckpointsTabProps) {
  const t = useT("run");
  const { allowed, busy, act } = commands;
  const checkpoints = [...detail.checkpoints].sort((a, b) => b.step - a.step);
  if (checkpoints.length === 0)
    return (
      <EmptyState
        className="rounded-lg border bg-surface"
        icon={<Flag />}
        title={t("checkpoints.empty")}
        body={t("checkpoints.emptyBody")}
        action={
          allowed.has("save") ? (
            <Button busy={busy === "save"} onClick={() => act({ action: "save" })}>
              <Save aria-hidden />
              {t("checkpoints.saveNow")}
            </Button>
          ) : undefined
        }
      />
    );
  return (
    <DataTable
      label={t("tab.checkpoints")}
      head={
        <>
          <HeadCell>{t("checkpoints.name")}</HeadCell>
          <HeadCell right className={narrowHidden}>
            {t("checkpoints.step")}
          </HeadCell>
          <HeadCell right>{t("checkpoints.size")}</HeadCell>
          <HeadCell className={narrowHidden}>{t("checkpoints.saved")}</HeadCell>
          <HeadCell>{t("checkpoints.complete")}</HeadCell>
          <HeadCell right>
            <span className="sr-only">{t("checkpoints.actions")}</span>
          </HeadCell>
        </>
      }
    >
      {checkpoints.map((checkpoint) => (
        <CheckpointRow key={checkpoint.name} checkpoint={checkpoint} commands={commands} />
      ))}
    </DataTable>
  );
}

function CheckpointRow({ checkpoint, commands }: { checkpoint: Checkpoint; commands: RunCommands }) {
  const t = useT("run");
  const locale = useLocale();
  const { allowed, act, ask } = commands;
  const { name, path, step, bytes, savedAt, complete } = checkpoint;
  return (
    <tr>
      <Cell className="font-mono">
        <span title={path}>{name}</span>
      </Cell>
      <Cell right className={narrowHidden}>
        {step.toLocaleString(locale)}
      </Cell>
      <Cell right>{formatBytes(bytes)}</Cell>
      <Cell className={narrowHidden}>
        <RelativeTime value={savedAt} />
      </Cell>
      <Cell>
        {complete ? (
          <Badge tone="success">{t("checkpoints.isComplete")}</Badge>
        ) : (
          <Tooltip content={t("checkpoints.incompleteHelp")}>
            <Badge tone="warning" tabIndex={0}>
              {t("checkpoints.isIncomplete")}
            </Badge>
          </Tooltip>
        )}
      </Cell>
      <Cell right>
        {complete ? (
          <span className="inline-flex gap-1">
            {allowed.has("resume") ? (
              <Button size="sm" variant="ghost" onClick={() => act({ action: "resume", checkpoint: name })}>
                <Play aria-hidden />
                <span className={narrowRead}>{t("checkpoints.resume")}</span>
              </Button>
            ) : null}
            <Button size="sm" variant="ghost" onClick={() => ask({ type: "merge", checkpoint: name })}>
              <Layers aria-hidden />
              <span className={narrowRead}>{t("checkpoints.merge")}</span>
            </Button>
          </span>
        ) : null}
      </Cell>
    </tr>
  );
}
