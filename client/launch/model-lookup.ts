// Owns finding the model a config names among the options, however its path is written.
import type { ConfigValue } from "@/contract/config-document.ts";
import type { ModelOption } from "./model-options.ts";

/** The text of a key; an empty value is none. */
export function textValue(value: ConfigValue | undefined): string | undefined {
  const text = typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
  return text === "" ? undefined : text;
}

function trimmed(path: string): string {
  return path.replace(/^\.\//, "").replace(/\/+$/, "");
}

/** Relative paths lie in the home folder; "models/demo/" there is the same as its absolute path. */
export function findModel(
  options: readonly ModelOption[],
  value: string | undefined,
  home: string | undefined,
): ModelOption | undefined {
  if (value === undefined) return undefined;
  const path = trimmed(value);
  const full = home === undefined ? path : `${trimmed(home)}/${path}`;
  const named = options.find(
    (option) => option.value === value || option.value === path || option.value === full,
  );
  return named ?? options.find(({ ids }) => Object.values(ids).includes(path));
}
