// Owns a value that changes faster than a screen: readers hear of it at most once per frame. Refuses to make the value.

export type Store<Value> = {
  subscribe(listener: () => void): () => void;
  read(): Value;
};

export type FrameStore<Value> = Store<Value> & { set(value: Value): void };

/** Runs something before the next picture; the browser's requestAnimationFrame. */
export type Schedule = (run: () => void) => void;

/** `read` answers the value of the last frame, so that all readers of one picture see the same. */
export function createFrameStore<Value>(initial: Value, schedule: Schedule): FrameStore<Value> {
  const listeners = new Set<() => void>();
  let shown = initial;
  let newest = initial;
  let waiting = false;

  function publish(): void {
    waiting = false;
    shown = newest;
    for (const listener of listeners) listener();
  }

  return {
    read: () => shown,
    set(value) {
      newest = value;
      if (waiting) return;
      waiting = true;
      schedule(publish);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
