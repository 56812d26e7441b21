// Owns the list of what the engine refuses, drops without a word, or accepts and fails at later: the smallest config for
// each, and our code. Test use only: our check and the engine's own validators are held against refusals.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Refusal = z.object({
  /** Over the good config: a key that is there already is replaced, `key:-` takes it out. */
  lines: z.array(z.string()),
  code: z.string(),
  path: z.string(),
  /** What the engine's validators do: words of their refusal; `drops` a key; `later`: accepts it and fails, or does another thing. */
  engine: z.union([z.object({ says: z.string() }), z.enum(["drops", "later"])]),
});
type Refusal = z.infer<typeof Refusal>;

export const refusals: readonly Refusal[] = z
  .array(Refusal)
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "refusals.json"), "utf8")));

export const goodConfig = `base_model: nest/owl
adapter: lora
lora_r: 8
lora_alpha: 16
lora_target_linear: true
datasets: [{path: nest/owls, type: chat_template}]
learning_rate: 1.0e-4
micro_batch_size: 1
gradient_accumulation_steps: 1
`;

/** The good config with the lines of a refusal. */
export function configOf(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const key = line.split(":")[0] ?? "";
    const others = text.split("\n").filter((each) => each !== "" && !each.startsWith(`${key}:`));
    return `${[...others, ...(line.endsWith(":-") ? [] : [line])].join("\n")}\n`;
  }, goodConfig);
}
