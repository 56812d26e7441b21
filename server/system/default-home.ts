// Owns which folder is the home when none is named.
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export function defaultHome(): string {
  const { ANNEAL_HOME } = process.env;
  return ANNEAL_HOME ? resolve(ANNEAL_HOME) : join(homedir(), ".anneal");
}
