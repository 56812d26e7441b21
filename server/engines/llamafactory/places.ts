// Owns where the relative paths of a config lie, and where our own files are. Refuses to look at the disk itself.
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const repo = fileURLToPath(new URL("../../..", import.meta.url));

export const ours = {
  python: join(repo, "python"),
  installer: join(repo, "python", "install_engine.py"),
  runScript: join(repo, "server", "engines", "llamafactory", "python", "run.py"),
  exportScript: join(repo, "server", "engines", "llamafactory", "python", "export.py"),
  probeScript: join(repo, "server", "engines", "llamafactory", "python", "probe.py"),
  helperScript: join(repo, "server", "engines", "llamafactory", "python", "helper.py"),
  root: repo,
  configs: join(repo, "configs"),
  engineConfigs: join(repo, "configs", "engines", "llamafactory"),
};

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
  const candidates = [places.baseDir, places.home, SHIPPED.test(path) ? ours.root : null].filter(
    (base) => base !== null,
  );
  const found = candidates.map((base) => resolve(base, path)).find(places.exists);
  return found ?? resolve(places.baseDir ?? places.home, path);
}

/** Something the engine writes: beside the config, else in the run's own folder. */
export function outputPath(value: string, places: Pick<Places, "baseDir">, runDir: string): string {
  return resolve(places.baseDir ?? runDir, expandHome(value));
}

/** Without a `dataset_dir`: the engine's own `data` beside a config from elsewhere, else the datasets of this studio. */
export function defaultDatasetDir({ baseDir, home, exists }: Places): string {
  const beside = baseDir === null ? null : join(baseDir, "data");
  return beside !== null && exists(join(beside, "dataset_info.json")) ? beside : join(home, "datasets");
}

/** Folders of the studio, of the engine's own examples, and anything deeper than `owner/name` are never hub ids. */
const PATH_SHAPE =
  /^(?:[./~]|[A-Za-z]:\\|(?:models|saves|exports|output|outputs|checkpoints|runs)\/|[^/]+\/[^/]+\/)/;

/** The folder that a model or adapter key means; null when it is a hub id. */
export function modelPath(value: string, places: Places): string | null {
  const path = inputPath(value, places);
  return PATH_SHAPE.test(value) || places.exists(path) ? path : null;
}
