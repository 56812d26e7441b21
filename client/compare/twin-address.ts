// Owns the addresses of the two pages for two engines: a twin made of a run or of a text, and runs on one chart.
import { handOver, type TakenText } from "../launch/taken-text.ts";

export const MOST_COMPARED = 8;

export const twinOfRun = (id: string): string => `/twin/?${new URLSearchParams({ run: id })}`;

/** Of a config that is being written; null where the tab cannot keep it. */
export function twinOfText(taken: TakenText): string | null {
  const address = handOver(taken);
  const id = address === null ? null : new URLSearchParams(address.split("?")[1]).get("taken");
  return id && `/twin/?${new URLSearchParams({ taken: id })}`;
}

export const comparison = (ids: readonly string[]): string => `/compare/?runs=${ids.join(",")}`;

export const comparedIds = (query: { get(name: string): string | null }): string[] =>
  [...new Set((query.get("runs") ?? "").split(",").filter((id) => id !== ""))].slice(0, MOST_COMPARED);
