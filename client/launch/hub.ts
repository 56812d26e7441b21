// Owns which hub models are named after and downloaded from; kept between visits.

import { keptChoice } from "./kept-choice.ts";

export const HUBS = ["huggingface", "modelscope", "modelers"] as const;
export type Hub = (typeof HUBS)[number];

export const preferredHub = keptChoice("anneal.hub", HUBS);

/** Where an id is downloaded from: the hub that knows it so, the preferred one first. A folder comes from none. */
export function hubOf(
  value: string | undefined,
  option: { place: string; ids: Partial<Record<Hub, string>> } | undefined,
  preferred: Hub,
): Hub | undefined {
  if (value === undefined || /^[./~]/.test(value)) return undefined;
  if (!option) return preferred;
  if (option.place !== "catalog") return undefined;
  const named = HUBS.filter((hub) => option.ids[hub] === value);
  return named.includes(preferred) ? preferred : (named[0] ?? preferred);
}
