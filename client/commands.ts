// Owns the list of what can be done from here by name or by key. The palette and the key listener read it.
import { type ReactNode, useEffect, useId, useSyncExternalStore } from "react";

export type Command = {
  id: string;
  label: string;
  group: string;
  icon?: ReactNode;
  /** "n", "g r" (one after the other), "mod+enter" (Ctrl or Cmd). */
  keys?: string;
  run: () => void;
};

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];

function publish(): void {
  all = [...registered.values()].flat();
  for (const listener of listeners) listener();
}

/** Adds commands while the caller is on the screen. Keep the array stable (useMemo), or it is renewed on each render. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  // External system: the command list, which lives outside the tree.
  useEffect(() => {
    registered.set(owner, commands);
    publish();
    return () => {
      registered.delete(owner);
      publish();
    };
  }, [owner, commands]);
}

/** All commands of the moment, for event handlers. */
export function currentCommands(): readonly Command[] {
  return all;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const none: readonly Command[] = [];

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, currentCommands, () => none);
}
