// Owns telling listeners what happened to runs. Refuses to let a listener that fails disturb the others.
import type { RunChange } from "./run-service.ts";

export type Changes = ReturnType<typeof createChanges>;

export function createChanges(report: (error: unknown) => void) {
  const listeners = new Set<(change: RunChange) => void>();
  return {
    publish(change: RunChange): void {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (error) {
          report(error);
        }
      }
    },
    subscribe(listener: (change: RunChange) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
