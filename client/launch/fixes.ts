// Owns what a finding's certain fix does to the config, alone or together with the others.
import type { ConfigValue } from "@/contract/config-document.ts";
import type { Problem } from "@/contract/problem.ts";
import type { ConfigChanges } from "./config-store.ts";

type Reader = { get(key: string): ConfigValue | undefined };

/** Null when there is nothing certain to offer. */
export function fixOf({ path, fix }: Problem, doc: Reader): ConfigChanges | null {
  if (!fix || path === "") return null;
  if (fix.rename === undefined) return { [path]: fix.value ?? undefined };
  return { [path]: undefined, [fix.rename]: doc.get(path) };
}

/** Of several fixes for one key the first counts: the list is sorted by weight. */
export function allFixes(problems: readonly Problem[], doc: Reader): ConfigChanges {
  const changes: Record<string, ConfigValue | undefined> = {};
  for (const problem of problems)
    for (const [key, value] of Object.entries(fixOf(problem, doc) ?? {}))
      if (!Object.hasOwn(changes, key)) changes[key] = value;
  return changes;
}

export function fixable(problems: readonly Problem[]): number {
  return problems.filter(({ path, fix }) => fix !== undefined && path !== "").length;
}
