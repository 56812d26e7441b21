// Owns where a form goes when its engine is switched: back to what was begun there, or to the preset of the same purpose.
import type { Preset } from "@/contract/library.ts";
import { isEdited, loadDraft } from "./draft-storage.ts";
import { originKey, readOrigin } from "./origin.ts";

const prefix = "anneal.launch.at.";

/** The address at which an engine's form was left. */
export function leaveAt(engine: string, address: string): void {
  try {
    sessionStorage.setItem(prefix + engine, address);
  } catch {
    // Storage may be full or forbidden; the way back is then the preset.
  }
}

/** Where an engine's form was left with something in it that a person did; null where there is none. */
export function unfinishedAt(engine: string): string | null {
  try {
    const address = sessionStorage.getItem(prefix + engine);
    if (address === null) return null;
    const query = new URLSearchParams(address.split("?")[1] ?? "");
    const draft = loadDraft(originKey(readOrigin(query)));
    return draft !== null && isEdited(draft) ? address : null;
  } catch {
    return null;
  }
}

const words = (preset: Preset) => preset.name.toLowerCase().split(" ");

/** The preset of the other engine that is for the same: a demo for a demo, then by the words of its name. */
export function counterpart(
  preset: Preset | undefined,
  engine: string,
  presets: readonly Preset[],
): Preset | undefined {
  const theirs = presets.filter((other) => other.engine === engine);
  const sameKind = theirs.filter((other) => other.demo === (preset?.demo ?? false));
  const score = (other: Preset) =>
    preset ? words(other).filter((word) => words(preset).includes(word)).length / words(other).length : 0;
  return sameKind.toSorted((a, b) => score(b) - score(a))[0] ?? theirs[0];
}
