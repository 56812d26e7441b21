// Owns which of a role's choices is in force. An empty one stands for: without the key.
import type { ConfigValue } from "@/contract/config-document.ts";
import type { ConfigChoice } from "@/contract/engine.ts";

/** Without a value the engine takes the empty choice where there is one, else the first. */
export function choiceOf(
  choices: readonly ConfigChoice[],
  value: ConfigValue | undefined,
): ConfigChoice | undefined {
  if (value !== undefined && value !== null && value !== "")
    return choices.find((choice) => choice.value === String(value));
  return choices.find((choice) => choice.value === "") ?? choices[0];
}

/** What the key becomes; undefined removes it. */
export function choiceValueOf(value: string): string | undefined {
  return value === "" ? undefined : value;
}
