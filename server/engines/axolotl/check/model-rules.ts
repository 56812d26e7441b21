// Owns judging which model is trained and how its conversations are written. Refuses to look up hub ids.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { modelFolderRule } from "../../../engine-kit/model-folder-rule.ts";
import { didYouMean, nearest, nearestParams } from "../../../engine-kit/nearest.ts";
import { textOf } from "../../../engine-kit/values.ts";
import type { Rule } from "./subject.ts";

const baseModel: Rule = ({ doc, folder, error }) => {
  if (textOf(doc, "base_model") === null)
    return [
      error(
        "base_model",
        "axolotl.no-model",
        "No model is chosen yet.",
        "Choose a model, or write the path of a folder.",
      ),
    ];
  if (folder === null) return [];
  const params = { path: folder };
  if (!existsSync(folder))
    return [
      error(
        "base_model",
        "axolotl.model-not-found",
        `There is no model folder ${folder}.`,
        "Correct the path, or choose another model.",
        { params },
      ),
    ];
  const faults = modelFolderRule({ key: "base_model", folder, error });
  if (faults.length > 0) return faults;
  return existsSync(join(folder, "config.json"))
    ? []
    : [
        error(
          "base_model",
          "axolotl.model-no-config",
          `${folder} is not a model folder: it has no config.json.`,
          "Choose the folder that holds config.json and the weights.",
          { params },
        ),
      ];
};

const FALLBACK = /^tokenizer_default_fallback_/;

const chatTemplate: Rule = ({ doc, context, error }) => {
  const name = textOf(doc, "chat_template");
  const known = context.catalog?.templates.map((template) => template.name) ?? [];
  if (name === null) return [];
  if (name === "jinja" && !doc.get("chat_template_jinja"))
    return [
      error(
        "chat_template",
        "axolotl.no-jinja",
        "The template `jinja` is what stands in `chat_template_jinja`, and nothing does.",
        "Write the template, or the path of its file, to `chat_template_jinja`.",
      ),
    ];
  const plain = name.replace(FALLBACK, "");
  if (known.length === 0 || known.includes(plain)) return [];
  const alike = nearest(plain, known);
  return [
    error(
      "chat_template",
      "axolotl.template-unknown",
      `Axolotl has no chat template \`${name}\`.`,
      didYouMean(alike) || "Choose one from the list.",
      {
        params: { name, ...nearestParams(alike) },
      },
    ),
  ];
};

const learningRate: Rule = ({ doc, error }) =>
  doc.get("learning_rate") === undefined || doc.get("learning_rate") === null
    ? [
        error(
          "learning_rate",
          "axolotl.no-learning-rate",
          "Axolotl wants a learning rate and has no default for it.",
          "LoRA: around 1e-4. Full: around 1e-5.",
        ),
      ]
    : [];

const adapterSize: Rule = ({ doc, error }) => {
  const adapter = textOf(doc, "adapter");
  if (adapter !== "lora" && adapter !== "qlora") return [];
  // What holds something else is told as that.
  const missing = (["lora_r", "lora_alpha"] as const).filter((key) => (doc.get(key) ?? null) === null);
  const targets = ["lora_target_linear", "lora_target_modules", "lora_target_parameters", "lora_model_dir"];
  return [
    ...missing.map((key) =>
      error(
        key,
        "axolotl.no-rank",
        `\`${key}\` is not set, and Axolotl has no default for it.`,
        "Rank 16 with alpha 32 is a good start.",
        {
          params: { key },
          fix: { value: key === "lora_r" ? 16 : 32 },
        },
      ),
    ),
    ...(targets.every((key) => !doc.get(key))
      ? [
          error(
            "lora_target_linear",
            "axolotl.no-targets",
            "Nothing says which layers the adapter is put on.",
            "Take all linear layers, or name them in `lora_target_modules`.",
            { fix: { value: true } },
          ),
        ]
      : []),
  ];
};

const hub: Rule = ({ spec, error }) =>
  spec.hub === undefined
    ? []
    : [
        error(
          "",
          "axolotl.hub",
          "Axolotl downloads from Hugging Face only.",
          "Choose Hugging Face, or a model folder on this machine.",
        ),
      ];

export const modelRules: readonly Rule[] = [baseModel, chatTemplate, learningRate, adapterSize, hub];
