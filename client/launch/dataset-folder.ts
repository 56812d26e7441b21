// Owns which folder's datasets a config means. Refuses to look: relative paths are spelled out the way the engine does.
import type { ConfigValue } from "@/contract/config-document.ts";
import { textValue } from "./model-lookup.ts";

export type DatasetFolder =
  /** The studio's own. */
  | { kind: "own" }
  | { kind: "folder"; path: string }
  /** The hub, or a description in place of a folder: there is no list to choose from. */
  | { kind: "elsewhere" };

export function datasetFolder(value: ConfigValue | undefined, base: string | undefined): DatasetFolder {
  if (typeof value === "object" && value !== null) return { kind: "elsewhere" };
  const path = textValue(value);
  if (path === undefined) return { kind: "own" };
  if (path === "ONLINE" || path.startsWith("REMOTE:")) return { kind: "elsewhere" };
  if (/^(?:[/~]|[A-Za-z]:[\\/])/.test(path) || base === undefined) return { kind: "folder", path };
  return { kind: "folder", path: `${base.replace(/\/+$/, "")}/${path.replace(/^\.\//, "")}` };
}
