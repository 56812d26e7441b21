// Owns where the relative paths of a config lie, and where our own files are. Refuses to look at the disk itself.
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What comes with the studio. */
export const shipped = {
  root,
  /** Modules that every engine's programs may import. */
  python: join(root, "python"),
  installer: join(root, "python", "install_engine.py"),
  configs: join(root, "configs"),
};

/** Our programs for one engine, and what is pinned for it. */
export function engineFiles(id: string) {
  const script = (name: string) => join(root, "server", "engines", id, "python", name);
  return {
    runScript: script("run.py"),
    exportScript: script("export.py"),
    probeScript: script("probe.py"),
    helperScript: script("helper.py"),
    engineConfigs: join(root, "configs", "engines", id),
  };
}

export type Places = {
  /** Where the config came from; null for one written in the page. */
  baseDir: string | null;
  home: string;
  exists(path: string): boolean;
};

/** `~` is spelled out; everything else stays. */
export function expandHome(path: string): string {
  return path === "~" || path.startsWith("~/") ? join(homedir(), path.slice(1)) : path;
}

/** What presets name and every installation has; a file of the user's with that path comes first. */
const SHIPPED = /^configs\/(?:deepspeed|fsdp)\/[\w.-]+$/;

/** Something the engine reads: beside the config, else in the home folder, else of what comes with the studio. */
export function inputPath(value: string, places: Places): string {
  const path = expandHome(value);
  if (isAbsolute(path)) return resolve(path);
  const candidates = [places.baseDir, places.home, SHIPPED.test(path) ? root : null].filter(
    (base) => base !== null,
  );
  const found = candidates.map((base) => resolve(base, path)).find(places.exists);
  return found ?? resolve(places.baseDir ?? places.home, path);
}

/** Something the engine writes: beside the config, else in the run's own folder. */
export function outputPath(value: string, places: Pick<Places, "baseDir">, runDir: string): string {
  return resolve(places.baseDir ?? runDir, expandHome(value));
}

/** Folders of the studio, of the engines' own examples, and anything deeper than `owner/name` are never hub ids. */
const PATH_SHAPE =
  /^(?:[./~]|[A-Za-z]:\\|(?:models|saves|exports|output|outputs|checkpoints|runs)\/|[^/]+\/[^/]+\/)/;

/** The folder that a model or adapter key means; null when it is a hub id. */
export function modelPath(value: string, places: Places): string | null {
  const path = inputPath(value, places);
  return PATH_SHAPE.test(value) || places.exists(path) ? path : null;
}
