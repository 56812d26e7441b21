// Owns handing a config to a form of its own: it stands in the tab's storage, and the form's address names it.
import { originAddress } from "./origin.ts";
import { newStartKey } from "./start-key.ts";

export type TakenText = {
  engine: string;
  text: string;
  /** What the form says it started from. */
  title: string;
  baseDir: string | undefined;
};

const prefix = "anneal.launch.taken.";

/** The address of a New run page that starts with this text; null where the tab cannot keep it. */
export function handOver(taken: TakenText): string | null {
  const id = newStartKey().key.slice(0, 12);
  try {
    sessionStorage.setItem(prefix + id, JSON.stringify(taken));
    return originAddress({ kind: "taken", id });
  } catch {
    return null;
  }
}

/** Null when another tab has it, or the browser has forgotten it. */
export function readTaken(id: string): TakenText | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(prefix + id) ?? "null");
    if (typeof stored !== "object" || stored === null) return null;
    const { engine, text, title, baseDir } = {
      engine: null,
      text: null,
      title: null,
      baseDir: null,
      ...stored,
    };
    if (typeof engine !== "string" || typeof text !== "string" || typeof title !== "string") return null;
    return { engine, text, title, baseDir: typeof baseDir === "string" ? baseDir : undefined };
  } catch {
    return null;
  }
}
