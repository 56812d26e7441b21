// Owns listing a folder that may not be there. Refuses to throw: what cannot be listed is empty.
import { type Dirent, readdirSync } from "node:fs";

export function listFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
