// Owns the reading of key presses: which command, if any, a press (or two in a row) stands for. Knows no DOM.
export type Press = { key: string; mod: boolean; alt: boolean };

/** What a press is called in a command's `keys`: "n", "?", "mod+enter". */
export function nameOf({ key, mod, alt }: Press): string | null {
  if (alt || key === "Control" || key === "Meta" || key === "Shift") return null;
  return mod ? `mod+${key.toLowerCase()}` : key.toLowerCase();
}

type Match<Item> = { kind: "run"; item: Item } | { kind: "wait"; prefix: string } | { kind: "none" };

/** `prefix` is the first press of a pair, when the last one began a pair. */
export function matchKeys<Item extends { keys?: string }>(
  items: readonly Item[],
  prefix: string,
  name: string,
): Match<Item> {
  const pair = prefix === "" ? "" : `${prefix} ${name}`;
  const item = items.find((each) => each.keys === pair) ?? items.find((each) => each.keys === name);
  if (item) return { kind: "run", item };
  if (items.some((each) => each.keys?.startsWith(`${name} `))) return { kind: "wait", prefix: name };
  return { kind: "none" };
}
