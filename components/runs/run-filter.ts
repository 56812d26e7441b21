// Owns which runs the list shows: search and filters, kept in the address so that a link shows the same list.
import type { RunKind, RunSummary } from "@/contract/run.ts";
import { groupOf, type RunGroup, runGroups } from "./run-groups.ts";
import { type RunOrder, runOrders } from "./run-order.ts";

export const runKinds = [
  "train",
  "preprocess",
  "evaluate",
  "merge",
  "export",
  "quantize",
  "setup",
] as const satisfies readonly RunKind[];

export type RunFilter = {
  text: string;
  groups: readonly RunGroup[];
  kinds: readonly RunKind[];
  engines: readonly string[];
  archived: boolean;
  order: RunOrder;
};

export const noFilter: RunFilter = {
  text: "",
  groups: [],
  kinds: [],
  engines: [],
  archived: false,
  order: "queue",
};

/** Unknown words in an address are left out. */
export function readFilter(params: URLSearchParams): RunFilter {
  const list = (key: string) => (params.get(key) ?? "").split(",").filter((word) => word !== "");
  const known = <T extends string>(words: string[], all: readonly T[]) =>
    all.filter((word) => words.includes(word));
  return {
    text: params.get("q") ?? "",
    groups: known(list("state"), runGroups),
    kinds: known(list("kind"), runKinds),
    engines: list("engine"),
    archived: params.get("archived") === "1",
    order: known(list("sort"), runOrders)[0] ?? noFilter.order,
  };
}

/** The query part of the address, "" or "?…"; what is as usual is left out. */
export function filterSearch(filter: RunFilter): string {
  const params = new URLSearchParams();
  if (filter.text.trim() !== "") params.set("q", filter.text);
  if (filter.groups.length > 0) params.set("state", filter.groups.join(","));
  if (filter.kinds.length > 0) params.set("kind", filter.kinds.join(","));
  if (filter.engines.length > 0) params.set("engine", filter.engines.join(","));
  if (filter.archived) params.set("archived", "1");
  if (filter.order !== noFilter.order) params.set("sort", filter.order);
  return params.size > 0 ? `?${params}` : "";
}

/** Something besides order and archive hides runs. */
export function isNarrowed(filter: RunFilter): boolean {
  return filter.text.trim() !== "" || filter.groups.length + filter.kinds.length + filter.engines.length > 0;
}

function has<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** Every word must occur somewhere in the run's name, model, data, method, engine or id. */
export function matchesFilter(run: RunSummary, filter: RunFilter): boolean {
  if (run.archived !== filter.archived) return false;
  if (!has(filter.groups, groupOf(run)) || !has(filter.kinds, run.kind) || !has(filter.engines, run.engine))
    return false;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [run.name, run.model, ...run.datasets, run.method, run.engine, run.id].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Adds the value, or takes it away. */
export function toggled<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
