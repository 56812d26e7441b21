// Owns putting a finished file into the dataset folder under a free name. Refuses to replace anything, and folders that lead
// out of it.
import { constants } from "node:fs";
import { copyFile, link, mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isWithin, settled } from "../../files/inside.ts";
import { StudioError } from "../../studio-error.ts";
import { freeNames } from "./file-name.ts";

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** True when `to` was made; false when something is there. */
async function placeAt(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // Another disk, or a file system without second names.
    if (!["EXDEV", "EPERM", "ENOTSUP", "EMLINK"].includes(codeOf(error))) throw error;
  }
  const beside = `${to}.part`;
  try {
    await copyFile(from, beside, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await link(beside, to).catch(() => copyFile(beside, to, constants.COPYFILE_EXCL));
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Answers the name it has got, from `dir` on. */
export async function placeFile(from: string, dir: string, name: string): Promise<string> {
  const folder = dirname(join(dir, name));
  if (!isWithin(await settled(dir), await settled(folder)))
    throw new StudioError({
      code: "path.not-allowed",
      message: `${name} would lie outside the dataset folder.`,
      hint: "A folder of that name is a link to another place; choose another name.",
    });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const free of freeNames(name)) if (await placeAt(from, join(dir, free))) return free;
  throw new StudioError({
    code: "dataset.name-taken",
    message: `There are too many files called ${name} already.`,
    hint: "Give the file another name.",
  });
}
