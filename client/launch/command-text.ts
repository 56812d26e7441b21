// Owns a config as a command of the engine's own: one flag per key. Refuses keys without a value.
import { type ConfigDocument, type ConfigValue, numberText } from "@/contract/config-document.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import { shellText } from "./shell-text.ts";

function flagValue(value: ConfigValue): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return value;
  // The engine splits a list at commas itself; other values it reads as JSON.
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(",");
  return JSON.stringify(value);
}

/** `program` is what comes first: llamafactory-cli train. */
export function commandText(program: readonly string[], doc: Pick<ConfigDocument, "keys" | "get">): string {
  const flags = doc.keys.flatMap((key) => {
    const value = doc.get(key);
    return value === undefined || value === null ? [] : [shellText([`--${key}`, flagValue(value)])];
  });
  return [shellText(program), ...flags].join(" \\\n    ");
}

/** For an engine that takes a file only, the file is written first. */
export function commandOf(
  { trainCommand, trainTakes }: Pick<EngineDescription, "trainCommand" | "trainTakes">,
  name: string,
  doc: Pick<ConfigDocument, "keys" | "get" | "text">,
): string {
  if (trainTakes !== "file") return commandText(trainCommand, doc);
  const file = `${name}.yaml`;
  return [
    `cat > ${shellText([file])} <<'END_OF_CONFIG'`,
    doc.text.trimEnd(),
    "END_OF_CONFIG",
    shellText([...trainCommand, file]),
  ].join("\n");
}
