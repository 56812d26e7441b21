// Owns a small choice that this browser keeps between visits. Refuses values it does not know.
import { keptText } from "./kept-text.ts";

export type KeptChoice<Value extends string> = {
  use: () => Value;
  set: (value: Value) => void;
};

/** `key` is the name in the storage; the first of `values` is the one to begin with. */
export function keptChoice<const Value extends string>(
  key: string,
  values: readonly [Value, ...Value[]],
): KeptChoice<Value> {
  const kept = keptText(key);
  return {
    use: () => {
      const text = kept.use();
      return values.find((value) => value === text) ?? values[0];
    },
    set: kept.set,
  };
}
