// Owns adding our few keys to a config, each with the reason beside it. Refuses to drop or reword what the user wrote.
import {
  type ConfigDocument,
  type ConfigValue,
  readConfig,
  valueText,
} from "../../contract/config-document.ts";
import type { PlanInput } from "../engine-interface/plan.ts";

export type Added = { key: string; value: ConfigValue; why: string };

/** New keys go to the end, each with the reason beside it. */
export function withAdded(doc: ConfigDocument, added: readonly Added[]): ConfigDocument {
  const fresh = added.filter(({ key }) => !doc.keys.includes(key));
  const inPlace = added.filter(({ key }) => doc.keys.includes(key));
  const now = doc.with(Object.fromEntries(inPlace.map(({ key, value }) => [key, value])));
  if (fresh.length === 0) return now;
  const lines = fresh.map(({ key, value, why }) => `${key}: ${valueText(value)} # ${why}`);
  const text = `${now.text.trimEnd()}\n\n### added by Anneal\n${lines.join("\n")}\n`;
  const appended = readConfig(text);
  return appended.problems.length === 0
    ? appended
    : now.with(Object.fromEntries(fresh.map(({ key, value }) => [key, value])));
}

/** The YAML of an attempt: train.yaml, train-2.yaml. */
export function fileName(input: PlanInput): string {
  return `${input.spec.kind}${input.attempt > 1 ? `-${input.attempt}` : ""}.yaml`;
}
