// Owns which dataset folders are in use: the home's own and those that were added. Refuses folders that are not there.
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { writeJson } from "../../files/atomic.ts";
import { readJson } from "../../files/read-json.ts";
import { type HomePaths, homePaths } from "../../home.ts";
import { StudioError } from "../../studio-error.ts";

const Added = z.array(z.string());

export type Dirs = {
  all(): string[];
  add(path: string): string;
  remove(path: string): void;
  /** The full path of a folder somebody named; the home's own when nobody did. */
  resolve(dir: string | undefined): string;
};

export function createDirs(home: string): Dirs {
  const paths: HomePaths = homePaths(home);
  const added = () => readJson(paths.datasetDirs, Added) ?? [];

  function full(dir: string | undefined): string {
    const spelled = dir?.replace(/^~(?=\/|$)/, homedir()) ?? paths.datasets;
    if (isAbsolute(spelled) && !spelled.includes("\0")) return resolve(spelled);
    throw new StudioError({
      code: "path.not-found",
      message: `${spelled} is not a full path.`,
      hint: "Give the full path of the folder that holds dataset_info.json.",
    });
  }

  return {
    all: () => [paths.datasets, ...added()],
    resolve: full,
    add(path) {
      const dir = full(path);
      if (!existsSync(dir) || !statSync(dir).isDirectory())
        throw new StudioError({
          code: "path.not-found",
          message: `There is no folder ${dir}.`,
          hint: existsSync(join(dir, "..")) ? "Make it first, or correct the path." : "Correct the path.",
        });
      if (dir !== paths.datasets && !added().includes(dir)) writeJson(paths.datasetDirs, [...added(), dir]);
      return dir;
    },
    remove(path) {
      const dir = full(path);
      writeJson(
        paths.datasetDirs,
        added().filter((other) => other !== dir),
      );
    },
  };
}
