// Owns the shape of a finding about a config. Refuses findings without a code.
import { z } from "zod";
import { TextParams } from "./text.ts";

/** One finding about a YAML config. `path` is the YAML key ("" for the whole document), `line` is 1-based or null. */
export const Problem = z.object({
  path: z.string(),
  line: z.number().int().positive().nullable(),
  severity: z.enum(["error", "warning", "info"]),
  code: z.string(),
  /** English: what is wrong, why it matters. */
  message: z.string(),
  /** English: what to do. */
  hint: z.string().optional(),
  /** Values for a translated message of this code. */
  params: TextParams.optional(),
  /** A replacement value that is certainly right; null removes the key. With `rename`, what the key holds moves to that key. */
  fix: z
    .object({
      value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
      rename: z.string().optional(),
    })
    .optional(),
  /** Optional packages of the engine whose installation settles it: what installPackages takes. */
  packages: z.array(z.string()).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** True when nothing among the findings forbids a start. */
export function isStartable(problems: readonly Problem[]): boolean {
  return problems.every((problem) => problem.severity !== "error");
}
