// Owns the list of what the engine refuses, or accepts and fails at later: the smallest config for each, and our code.
// Test use only: our check, the engine's own parser and the page (e2e) are all held against refusals.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { goodConfig } from "./workplace.ts";

const Refusal = z.object({
  /** Over the good config: a key that is there already is replaced, `key:-` takes it out. */
  lines: z.array(z.string()),
  code: z.string(),
  path: z.string(),
  /**
   * What the engine's parser says: words of its refusal; `later` where it accepts what fails after minutes or does
   * something else than was written; `elsewhere` where its verdict needs GPUs or packages that a test has not.
   */
  engine: z.union([z.object({ says: z.string() }), z.enum(["later", "elsewhere"])]),
  /** GPUs the run asks for. */
  gpus: z.array(z.number()).optional(),
});
type Refusal = z.infer<typeof Refusal>;

export const refusals: readonly Refusal[] = z
  .array(Refusal)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "refusals.json"), "utf8")));

/** The good config with the lines of a refusal. */
export function configOf(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const key = line.split(":")[0] ?? "";
    const others = text.split("\n").filter((each) => each !== "" && !each.startsWith(`${key}:`));
    return `${[...others, ...(line.endsWith(":-") ? [] : [line])].join("\n")}\n`;
  }, goodConfig);
}
