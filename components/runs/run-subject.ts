// Owns the short words for what a run works on: model · data · method. Full values belong in the tooltip.
import type { RunSummary } from "@/contract/run.ts";

/** The last part of a path or a hub id: Qwen/Qwen3-8B reads Qwen3-8B. */
export function shortModel(model: string): string {
  const parts = model.split(/[/\\]/).filter((part) => part !== "");
  return parts.at(-1) ?? model;
}

const methods = ["lora", "oft", "freeze", "full"] as const;
export type KnownMethod = (typeof methods)[number];

export function knownMethod(method: string | null): KnownMethod | null {
  return methods.find((known) => known === method) ?? null;
}

export type Subject = {
  model: string | null;
  data: string | null;
  /** Datasets besides the first. */
  moreData: number;
  method: string | null;
  full: string;
};

export function subjectOf(run: Pick<RunSummary, "model" | "datasets" | "method">): Subject {
  const [first, ...others] = run.datasets;
  return {
    model: run.model === null ? null : shortModel(run.model),
    data: first ?? null,
    moreData: others.length,
    method: run.method,
    full: [run.model, run.datasets.join(", "), run.method].filter((part) => part).join("\n"),
  };
}
