// Owns settings.json: what the user chose for this studio. A spoilt file counts as no choice, and is kept beside.
import { existsSync, renameSync } from "node:fs";
import { Settings } from "../../contract/system.ts";
import { writeJson } from "../files/atomic.ts";
import { readJson } from "../files/read-json.ts";

export function readSettings(path: string): Settings {
  return readJson(path, Settings) ?? Settings.parse({});
}

export function changeSettings(path: string, changes: Partial<Settings>): Settings {
  if (existsSync(path) && readJson(path, Settings) === null) renameSync(path, `${path}.broken-${Date.now()}`);
  const settings = Settings.parse({ ...readSettings(path), ...changes });
  writeJson(path, settings);
  return settings;
}
