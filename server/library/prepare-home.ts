// Owns making a home folder ready: its folders, the demo models and the demo data. Refuses to overwrite anything.
import { constants } from "node:fs";
import { access, cp, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { writeJson } from "../files/atomic.ts";
import { makeFolder } from "../files/make-folder.ts";
import { homePaths } from "../home.ts";
import { StudioError } from "../studio-error.ts";

const shipped = fileURLToPath(new URL("../../configs/demo", import.meta.url));
const INFO = "dataset_info.json";
const Info = z.record(z.string(), z.unknown());

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

function refusal(home: string, error: unknown): StudioError {
  if (codeOf(error) === "ENOSPC")
    return new StudioError({
      code: "disk.full",
      message: `There is no space left for ${home}.`,
      hint: "Free some disk space, or choose another place with --home.",
    });
  const reasons: Record<string, string> = {
    EACCES: "This account may not write there.",
    EPERM: "This account may not write there.",
    ENOENT: "That place takes no folders.",
    EROFS: "That file system is read-only.",
    EEXIST: "There is a file of that name, not a folder.",
    ENOTDIR: "A part of this path is a file, not a folder.",
  };
  return new StudioError({
    code: "path.not-allowed",
    message: `The home folder ${home} cannot be used.`,
    reason: reasons[codeOf(error)] ?? String(error instanceof Error ? error.message : error),
    hint: "Choose a folder that you may write to with --home, or change the rights of this one.",
  });
}

/** What comes with the studio, when it is not there yet; whole or not at all. */
async function copyNew(from: string, to: string): Promise<void> {
  const [wanted, present] = await Promise.all([readdir(from).catch(() => []), readdir(to)]);
  for (const name of present.filter((found) => found.startsWith(".copy-")))
    await rm(join(to, name), { recursive: true, force: true });
  for (const name of wanted.filter((found) => found !== INFO && !present.includes(found))) {
    const beside = join(to, `.copy-${process.pid}-${name}`);
    await cp(join(from, name), beside, { recursive: true, mode: constants.COPYFILE_FICLONE });
    await rename(beside, join(to, name));
  }
}

/** Demo entries are added to a list that holds nothing but demo entries; a list of the user's is left alone. */
async function listDemoData(from: string, to: string): Promise<void> {
  const demo = await readFile(join(from, INFO), "utf8").catch(() => null);
  if (demo === null) return;
  const wanted = Info.parse(JSON.parse(demo));
  const present = await readFile(join(to, INFO), "utf8").catch(() => "{}");
  const ours = (() => {
    try {
      const entries = Object.entries(Info.parse(JSON.parse(present)));
      return entries.every(([name, entry]) => isDeepStrictEqual(entry, wanted[name])) ? entries : null;
    } catch {
      return null;
    }
  })();
  if (ours && ours.length < Object.keys(wanted).length) writeJson(join(to, INFO), wanted);
}

/** Idempotent; throws StudioError when the home cannot be written. */
export async function prepareHome(home: string, demo = shipped): Promise<void> {
  const paths = homePaths(home);
  try {
    for (const folder of [home, paths.models, paths.datasets, paths.runs, paths.engines, paths.exports])
      makeFolder(folder);
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
    await copyNew(join(demo, "models"), paths.models);
    await copyNew(join(demo, "data"), paths.datasets);
    await listDemoData(join(demo, "data"), paths.datasets);
  } catch (error) {
    throw refusal(home, error);
  }
}
