// Owns the one way from a name that somebody gave to a path on disk: inside its root, links followed, or refused.
// Refuses absolute names, `..`, NUL bytes and links that lead out.
import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { StudioError } from "../studio-error.ts";

/** True when `path` is `root` or below it; by text alone, both absolute. */
export function isWithin(root: string, path: string): boolean {
  const way = relative(resolve(root), resolve(path));
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The real path of `name` inside `root`. Throws path.not-allowed or file.not-found. */
export async function inside(root: string, name: string): Promise<string> {
  const refused = () =>
    new StudioError({
      code: "path.not-allowed",
      message: "This path leads out of the folder it belongs to.",
      hint: "Ask for a file by its name inside the folder.",
    });
  if (name.includes("\0") || isAbsolute(name) || name.split(/[\\/]/).includes("..")) throw refused();
  const asked = resolve(root, name);
  if (!isWithin(root, asked)) throw refused();
  const [realRoot, real] = await Promise.all([realOrNull(root), realOrNull(asked)]);
  if (realRoot === null || real === null)
    throw new StudioError({
      code: "file.not-found",
      message: `There is no file ${name} here.`,
      hint: "It may have been moved or deleted; reload the list.",
    });
  if (!isWithin(realRoot, real)) throw refused();
  return real;
}

/** Where `path` really is, even when its last parts do not exist yet: links of the existing part are followed. */
export async function settled(path: string): Promise<string> {
  const absolute = resolve(path);
  const real = await realOrNull(absolute);
  if (real !== null) return real;
  const parent = resolve(absolute, "..");
  return parent === absolute ? absolute : resolve(await settled(parent), relative(parent, absolute));
}

async function realOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}
