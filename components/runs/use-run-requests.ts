// Owns what happens when a person asks something of runs: at once, or after a question. Refuses to draw the question.
"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRunAction } from "@/client/queries/runs.ts";
import { toast } from "@/components/ui/toaster.tsx";
import type { RunSummary } from "@/contract/run.ts";
import type { RunAction } from "@/contract/run-action.ts";
import { duplicateHref } from "./run-links.ts";
import type { RowAction } from "./run-menu-items.ts";

/** A question whose yes is an action on each of its runs. */
export type ActAsking = { type: "stop" | "archive" | "force-stop"; runs: readonly RunSummary[] };

/** A question that is open. */
export type Asking = ActAsking | { type: "rename" | "remove"; run: RunSummary };

export type RunRequests = {
  asking: Asking | null;
  ask: (question: Asking) => void;
  close: () => void;
  /** From a row's menu. */
  request: (run: RunSummary, action: RowAction) => void;
  /** The same action for several runs; one failure does not hold up the others. */
  act: (runs: readonly RunSummary[], action: RunAction) => Promise<void>;
};

export function useRunRequests(): RunRequests {
  const t = useT("runs");
  const router = useRouter();
  const textOf = useFailureText();
  const { mutateAsync } = useRunAction();
  const [asking, ask] = useState<Asking | null>(null);

  const act = async (runs: readonly RunSummary[], action: RunAction) => {
    const results = await Promise.allSettled(runs.map(({ id }) => mutateAsync({ id, ...action })));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) {
      const { what, todo } = textOf(failed.reason);
      toast.error(what, { description: todo });
    }
    const done = runs.filter((_, index) => results[index]?.status === "fulfilled");
    if (action.action !== "archive" || done.length === 0) return;
    toast.success(t("archive.done", { count: done.length, name: done[0]?.name ?? "" }), {
      action: { label: t("archive.undo"), onClick: () => void act(done, { action: "restore" }) },
    });
  };

  const request = (run: RunSummary, action: RowAction) => {
    switch (action) {
      case "duplicate":
        router.push(duplicateHref(run.id));
        return;
      case "stop":
      case "force-stop":
        ask({ type: action, runs: [run] });
        return;
      case "rename":
      case "remove":
        ask({ type: action, run });
        return;
      default:
        void act([run], { action });
    }
  };

  return { asking, ask, close: () => ask(null), request, act };
}
