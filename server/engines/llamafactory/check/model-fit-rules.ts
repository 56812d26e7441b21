// Owns judging what single kinds of models cannot do, and names of modules that a model does not have.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, listOf, textOf } from "../../../engine-kit/values.ts";
import type { Rule } from "./subject.ts";

const special: Rule = ({ doc, model, error }) => {
  if (model === null) return [];
  const found: Problem[] = [];
  const type = model.type ?? "";
  const packsNever =
    type.includes("omni") || (textOf(doc, "flash_attn") === "fa2" && ["gemma4", "gpt_oss"].includes(type));
  if (flagOf(doc, "neat_packing") && packsNever)
    found.push(
      error(
        "neat_packing",
        "model.neat-packing",
        `The engine cannot pack examples neatly for models of the kind ${type}.`,
        "Remove it.",
        { params: { type }, fix: { value: null } },
      ),
    );
  if (flagOf(doc, "shift_attn") && type === "llama")
    found.push(
      error(
        "shift_attn",
        "model.shift-attention",
        "`shift_attn` needs transformers older than 4.48, and this engine needs 4.55 or newer.",
        "Remove it.",
        { fix: { value: null } },
      ),
    );
  return found;
};

/** Keys that name modules of the model, and the words that are no names. */
const TARGETS = ["lora_target", "oft_target"];

const targets: Rule = ({ doc, model, method, error, warning }) => {
  const { modules } = model ?? {};
  if (!modules) return [];
  return TARGETS.filter((key) => key.startsWith(method)).flatMap((key) => {
    const names = listOf(doc, key).filter((name) => name !== "all");
    const missing = names.filter(
      (name) => !modules.some((module) => module === name || module.endsWith(`.${name}`)),
    );
    if (missing.length === 0) return [];
    const params = { key, names: missing.join(", ") };
    const some = [...new Set(modules.map((name) => name.split(".").at(-1) ?? ""))].filter((name) =>
      /proj|dense|fc|query|key|value|w[123qkv]/i.test(name),
    );
    const hint =
      some.length > 0 ? `There are: ${some.slice(0, 10).join(", ")}; or use \`all\`.` : "Use `all`.";
    return missing.length === names.length
      ? [
          error(key, "model.no-such-module", `This model has no module ${missing.join(", ")}.`, hint, {
            params: { ...params, some: some.slice(0, 10).join(", ") },
          }),
        ]
      : [
          warning(
            key,
            "model.some-modules-missing",
            `This model has no module ${missing.join(", ")}; only the others are trained.`,
            hint,
            { params: { ...params, some: some.slice(0, 10).join(", ") } },
          ),
        ];
  });
};

export const modelFitRules: readonly Rule[] = [special, targets];
