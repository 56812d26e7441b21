// Owns the name a run is offered: model, method and the next free number. Refuses names the contract refuses.
import { RunName } from "@/contract/run.ts";

const LONGEST_BASE = 60;

function slug(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
}

/** The part of a path or hub id that names the model: ".../Qwen/Qwen3-8B/" is qwen3-8b. */
export function shortModel(model: string): string {
  return slug(model.split(/[/\\]/).filter(Boolean).at(-1) ?? "");
}

/** "poem-lora-07" was made from "poem-lora". */
export function baseOf(name: string): string {
  return name.replace(/-\d{1,4}$/, "");
}

export function baseName(model: string | undefined, method: string | undefined): string {
  const parts = [shortModel(model ?? "").slice(0, LONGEST_BASE), slug(method ?? "")].filter(Boolean);
  return parts.length > 0 ? parts.join("-") : "run";
}

/** base-01, or the number after the highest in use. */
export function nextName(base: string, taken: readonly string[]): string {
  const used = taken
    .filter((name) => baseOf(name) === base)
    .map((name) => Number(name.slice(base.length + 1)))
    .filter(Number.isInteger);
  return `${base}-${String(Math.max(0, ...used) + 1).padStart(2, "0")}`;
}

export type NameProblem = "tooLong" | "characters";

/** An empty name is none of these: the suggested one is taken. */
export function nameProblem(name: string): NameProblem | null {
  const trimmed = name.trim();
  if (trimmed === "" || RunName.safeParse(trimmed).success) return null;
  return trimmed.length > 80 ? "tooLong" : "characters";
}
