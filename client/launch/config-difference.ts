// Owns what two configs say differently, key by key. Refuses to weigh the differences.
import type { ConfigDocument, ConfigValue } from "@/contract/config-document.ts";
import { sameValue } from "./same-value.ts";

export type Difference = {
  key: string;
  kind: "changed" | "added" | "removed";
  theirs: ConfigValue | undefined;
  ours: ConfigValue | undefined;
};

type Reader = Pick<ConfigDocument, "keys" | "get">;

/** A key without a value says nothing. */
const said = (doc: Reader, key: string) => doc.get(key) ?? undefined;

/** In the order of our text, then what only theirs has. */
export function differences(ours: Reader, theirs: Reader): Difference[] {
  const keys = [...new Set([...ours.keys, ...theirs.keys])];
  return keys.flatMap((key): Difference[] => {
    const mine = said(ours, key);
    const other = said(theirs, key);
    if (sameValue(mine, other)) return [];
    const kind = other === undefined ? "added" : mine === undefined ? "removed" : "changed";
    return [{ key, kind, theirs: other, ours: mine }];
  });
}

/** The engine's defaults as one side of a difference: it has each key that our text sets, and no other. */
export function defaultsFor(ours: Reader, defaults: ReadonlyMap<string, ConfigValue | undefined>): Reader {
  const keys = ours.keys.filter((key) => defaults.get(key) !== undefined);
  return { keys, get: (key) => defaults.get(key) };
}

export function countKinds(found: readonly Difference[]): Record<Difference["kind"], number> {
  const count = (kind: Difference["kind"]) => found.filter((each) => each.kind === kind).length;
  return { changed: count("changed"), added: count("added"), removed: count("removed") };
}
