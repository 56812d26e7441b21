// Owns the configs saved under a name: plain YAML files in the home's recipes folder, <name>.<engine>.yaml.
// Refuses to overwrite unasked; what is replaced or removed goes to the trash.
import { copyFileSync, mkdirSync, renameSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Recipe } from "../../contract/library.ts";
import { RunName } from "../../contract/run.ts";
import { syncFolder, writeAtomic } from "../files/atomic.ts";
import { homePaths } from "../home.ts";
import type { RecipeService } from "../services.ts";
import { StudioError } from "../studio-error.ts";

const FILE = /^(?<name>[^.].*)\.(?<engine>[A-Za-z0-9_-]+)\.yaml$/su;
const LARGEST = 1_000_000;
/** File systems count bytes; engine, time and ending need some of their 255. */
const LONGEST_NAME = 160;

type Parts = { home: string; now?: () => number };
type Found = { name: string; engine: string; file: string };

export function createRecipes({ home, now = Date.now }: Parts): RecipeService {
  const { recipes: folder, trash } = homePaths(home);

  async function files(): Promise<Found[]> {
    const names = await readdir(folder).catch(() => []);
    return names.flatMap((entry) => {
      const { name, engine } = FILE.exec(entry)?.groups ?? {};
      const isName = name !== undefined && engine !== undefined && RunName.safeParse(name).data === name;
      return isName ? [{ name, engine, file: join(folder, entry) }] : [];
    });
  }
  const named = async (name: string) => (await files()).filter((found) => found.name === name);

  /** Null for what went away meanwhile, and for what is too large to be a config. */
  async function read({ name, engine, file }: Found): Promise<Recipe | null> {
    try {
      const { mtimeMs, size } = await stat(file);
      if (size > LARGEST) return null;
      return { name, engine, file, config: await readFile(file, "utf8"), savedAt: mtimeMs };
    } catch {
      return null;
    }
  }

  const trashName = ({ name, engine }: Found) => join(trash, `recipe-${name}.${engine}-${now()}.yaml`);

  return {
    async list() {
      const all = await Promise.all((await files()).map(read));
      return all.filter((recipe) => recipe !== null).sort((a, b) => b.savedAt - a.savedAt);
    },

    async save(given, { engine, config, replace }) {
      const name = given.trim();
      refuseUnsafe(name, engine);
      const before = await named(name);
      if (before.length > 0 && !replace)
        throw new StudioError({
          code: "recipe.name-taken",
          message: `There is a recipe ${name} already.`,
          hint: "Choose another name, or replace it.",
        });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${name}.${engine}.yaml`);
      if (before.length > 0) mkdirSync(trash, { recursive: true, mode: 0o700 });
      for (const old of before) copyFileSync(old.file, trashName(old));
      writeAtomic(file, config);
      for (const old of before) if (old.file !== file) renameSync(old.file, trashName(old));
      return { name, engine, config, file, savedAt: (await stat(file)).mtimeMs };
    },

    async remove(name) {
      const found = await named(name);
      if (found.length === 0)
        throw new StudioError({
          code: "recipe.not-found",
          message: `There is no recipe ${name}.`,
          hint: "It may have been removed already; reload the list.",
        });
      mkdirSync(trash, { recursive: true, mode: 0o700 });
      for (const old of found) renameSync(old.file, trashName(old));
      syncFolder(folder);
    },
  };
}

function refuseUnsafe(name: string, engine: string): void {
  const fits = FILE.test(`${name}.${engine}.yaml`) && RunName.safeParse(name).success;
  if (fits && !name.startsWith(".") && Buffer.byteLength(name) <= LONGEST_NAME) return;
  throw new StudioError({
    code: "run.name-invalid",
    message: "A recipe cannot have this name.",
    hint: "Begin with a letter or a digit, without slashes, and keep it short.",
  });
}
