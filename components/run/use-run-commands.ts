// Owns what happens when a person asks something of this run: at once, or after a question. Refuses to draw.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { followQueries, useRunAction } from "@/client/queries/runs.ts";
import { toast } from "@/components/ui/toaster.tsx";
import { allowedActions } from "@/contract/allowed-actions.ts";
import type { FollowForm } from "@/contract/follow.ts";
import type { Checkpoint, RunDetail } from "@/contract/run.ts";
import type { RunAction, RunActionName } from "@/contract/run-action.ts";
import { isFinal } from "@/contract/run-status.ts";
import { completeCheckpoints, isMergeable } from "./run-results.ts";

export type RunQuestion =
  | { type: "none" }
  | { type: "force-stop" }
  | { type: "remove" }
  | { type: "merge"; checkpoint: string | null }
  | { type: "follow"; form: FollowForm };

export type RunCommands = {
  allowed: ReadonlySet<RunActionName>;
  /** The action whose answer is being waited for. */
  busy: RunActionName | null;
  /** What a resume or a merge can start from, newest first. */
  checkpoints: readonly Checkpoint[];
  mergeable: boolean;
  /** What else its engine offers to make of it. */
  follows: readonly FollowForm[];
  act: (action: RunAction) => void;
  question: RunQuestion;
  ask: (question: RunQuestion) => void;
};

export function useRunCommands(detail: RunDetail): RunCommands {
  const t = useT("run");
  const router = useRouter();
  const textOf = useFailureText();
  const { mutateAsync, isPending, variables } = useRunAction();
  const [question, ask] = useState<RunQuestion>({ type: "none" });
  const { summary } = detail;
  const allowed = useMemo(() => allowedActions(summary), [summary]);
  const checkpoints = useMemo(() => completeCheckpoints(detail), [detail]);

  const isOver = isFinal(summary.state) || summary.state.status === "paused";
  const { data: follows = [] } = useQuery(followQueries(summary.id, isOver));

  const act = async (action: RunAction) => {
    try {
      const answered = await mutateAsync({ id: summary.id, ...action });
      if (answered.id !== summary.id) router.push(runHref(answered.id));
      if (action.action === "save" || action.action === "evaluate")
        toast.info(t(`action.asked.${action.action}`));
      if (action.action === "archive")
        toast.success(t("action.archived", { name: summary.name }), {
          action: { label: t("action.undo"), onClick: () => void act({ action: "restore" }) },
        });
    } catch (error) {
      const { what, todo } = textOf(error);
      toast.error(what, { description: todo });
    }
  };

  return {
    allowed,
    busy: isPending ? variables.action : null,
    checkpoints,
    mergeable: isMergeable(detail),
    follows,
    act: (action) => void act(action),
    question,
    ask,
  };
}

export function runHref(id: string): string {
  return `/run/?id=${encodeURIComponent(id)}`;
}
