// Owns the families of models that see, as the engine pairs them: model, chat template, layers that learn. One list for
// presets and checks. Refuses families that the engine's own pages do not name.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readConfig } from "../../../contract/config-document.ts";
import type { Preset } from "../../../contract/library.ts";
import { shipped } from "../../engine-kit/places.ts";
import { ours } from "./places.ts";

const VisionFamily = z.object({
  id: z.string(),
  name: z.string(),
  /** Which ids of the hub are of it. */
  ids: z.string(),
  /** Its `model_type`; left out where models of other templates have it too. */
  type: z.string().optional(),
  model: z.string(),
  template: z.string(),
  targets: z.string(),
});
export type VisionFamily = z.infer<typeof VisionFamily>;

export const visionFamilies: readonly VisionFamily[] = z
  .array(VisionFamily)
  .parse(JSON.parse(readFileSync(join(ours.engineConfigs, "vision-families.json"), "utf8")));

/** Of a hub id or a folder named like one, else by the `model_type` that its config names; null for all others. */
export function visionFamilyOf(model: string, modelType: string | null = null): VisionFamily | null {
  const name = (model.split("/").at(-1) ?? model).toLowerCase().replaceAll("_", "-");
  const named = visionFamilies.find(({ ids }) => new RegExp(ids).test(name));
  return named ?? visionFamilies.find(({ type }) => type !== undefined && type === modelType) ?? null;
}

/** One preset per family: the common settings with its model, template and layers. */
export function visionPresets(): Preset[] {
  const common = readConfig(readFileSync(join(shipped.configs, "presets", "axolotl-vision.yaml"), "utf8"));
  return visionFamilies.map(({ id, name, model, template, targets }) => ({
    id: `axolotl-${id}`,
    engine: "axolotl",
    title: { en: `Vision LoRA on Axolotl: ${name}`, zh: `Axolotl 视觉 LoRA：${name}` },
    description: {
      en: `Conversations with pictures for ${name}: only the language part learns, with a LoRA.`,
      zh: `用带图片的对话训练 ${name}：只用 LoRA 训练语言部分。`,
    },
    name: id,
    demo: false,
    // In single quotes, as people write patterns: a backslash is one.
    config: common
      .with({ base_model: model, chat_template: template })
      .text.replace(/^lora_target_modules: .*$/m, () => `lora_target_modules: '${targets}'`),
  }));
}
