// Owns the run's actions as commands of the palette. The same as in the header; questions are asked all the same.
"use client";
import { Gauge, Layers, Pause, RotateCcw, Save, Square } from "lucide-react";
import { useMemo } from "react";
import { type Command, useCommands } from "@/client/commands.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { followIcons } from "./follow-items.tsx";
import type { RunCommands } from "./use-run-commands.ts";

export function useRunPalette({ allowed, mergeable, follows, act, ask }: RunCommands): void {
  const t = useT("run");
  const commands = useMemo(() => {
    const list: Command[] = [];
    const add = (id: string, label: string, icon: Command["icon"], run: () => void) =>
      list.push({ id: `run.${id}`, label, icon, group: t("title"), run });
    if (allowed.has("pause"))
      add("pause", t("action.pause"), <Pause aria-hidden />, () => act({ action: "pause" }));
    if (allowed.has("save"))
      add("save", t("action.save"), <Save aria-hidden />, () => act({ action: "save" }));
    if (allowed.has("evaluate"))
      add("evaluate", t("action.evaluate"), <Gauge aria-hidden />, () => act({ action: "evaluate" }));
    if (allowed.has("force-stop"))
      add("stop", t("action.forceStop"), <Square aria-hidden />, () => ask({ type: "force-stop" }));
    if (allowed.has("retry"))
      add("retry", t("action.retry"), <RotateCcw aria-hidden />, () => act({ action: "retry" }));
    if (mergeable)
      add("merge", t("action.merge"), <Layers aria-hidden />, () => ask({ type: "merge", checkpoint: null }));
    for (const form of follows) {
      const Icon = followIcons[form.kind];
      add(form.kind, t(`follow.action.${form.kind}`), <Icon aria-hidden />, () =>
        ask({ type: "follow", form }),
      );
    }
    return list;
  }, [allowed, mergeable, follows, act, ask, t]);
  useCommands(commands);
}
