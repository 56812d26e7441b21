// Owns which actions a row offers and in which order. What a state allows is the contract's to say.

import { allowedActions } from "@/contract/allowed-actions.ts";
import type { RunSummary } from "@/contract/run.ts";
import type { RunActionName } from "@/contract/run-action.ts";

export type RowAction = RunActionName | "duplicate" | "remove";

/** Sections of the menu, separated by lines. */
const sections: readonly (readonly RowAction[])[] = [
  ["pause", "resume", "save", "evaluate", "stop", "force-stop", "retry"],
  ["move-up", "move-down"],
  ["rename", "duplicate", "archive", "restore", "remove"],
];

type Row = Pick<RunSummary, "state" | "kind" | "archived" | "queuePosition">;

function offers(run: Row, action: RowAction, allowed: ReadonlySet<RunActionName>): boolean {
  if (action === "duplicate") return run.kind === "train";
  if (action === "remove") return run.archived;
  // The gentle way first: killing is offered once stopping is under way.
  if (action === "force-stop") return run.state.status === "stopping";
  if (action === "move-up") return allowed.has(action) && run.queuePosition !== 1;
  return allowed.has(action);
}

export function menuSections(run: Row): RowAction[][] {
  const allowed = allowedActions(run);
  return sections
    .map((section) => section.filter((action) => offers(run, action, allowed)))
    .filter((section) => section.length > 0);
}

/** The runs of a selection that can take this action now. */
export function runsThatCan(runs: readonly RunSummary[], action: RunActionName): RunSummary[] {
  return runs.filter((run) => allowedActions(run).has(action));
}
