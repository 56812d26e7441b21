// Owns a small choice that this browser keeps between visits. Refuses values it does not know.
import { useSyncExternalStore } from "react";

export type KeptChoice<Value extends string> = {
  use: () => Value;
  set: (value: Value) => void;
};

/** `key` is the name in the storage; the first of `values` is the one to begin with. */
export function keptChoice<const Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
): KeptChoice<Value> {
  const listeners = new Set<() => void>();
  let chosen: Value | undefined;

  function read(): Value {
    try {
      const stored = localStorage.getItem(key);
      return values.find((value) => value === stored) ?? values[0];
    } catch {
      return values[0];
    }
  }
  const current = () => {
    chosen ??= read();
    return chosen;
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    use: () => useSyncExternalStore(subscribe, current, () => values[0]),
    set(value) {
      chosen = value;
      try {
        localStorage.setItem(key, value);
      } catch {
        // Storage may be full or forbidden; the choice then lasts as long as the page.
      }
      for (const listener of listeners) listener();
    },
  };
}
