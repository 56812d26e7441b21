// Owns judging what a machine without a GPU, or a GPU that was named, cannot do: Axolotl takes a new one for granted.
import { hasBf16 } from "../../../../contract/gpu-model.ts";
import { flagOf, textOf } from "../../../engine-kit/values.ts";
import { KERNELS } from "../cpu-switches.ts";
import type { Rule } from "./subject.ts";

/** The engine takes these kernels by itself for LoRA that is no preference learning, unless each is refused. */
const kernels: Rule = ({ doc, onCpu, error }) => {
  const adapter = textOf(doc, "adapter");
  const isTaken = (adapter === "lora" || adapter === "qlora") && textOf(doc, "rl") === null;
  if (!onCpu || !isTaken) return [];
  return KERNELS.filter((key) => doc.get(key) !== false).map((key) =>
    error(
      key,
      "axolotl.cpu-kernel",
      `On a CPU \`${key}\` must be false: Axolotl switches this GPU kernel on by itself, and then fails.`,
      "Set it to false.",
      { params: { key }, fix: { value: false } },
    ),
  );
};

const precision: Rule = ({ doc, onCpu, error }) => {
  if (!onCpu) return [];
  const wrong = [
    ...(doc.get("bf16") === false ? [] : ["bf16"]),
    ...["fp16", "tf32"].filter((key) => flagOf(doc, key)),
  ];
  return wrong.map((key) =>
    error(
      key,
      "axolotl.cpu-precision",
      key === "bf16"
        ? "On a CPU `bf16` must be false: left out, Axolotl takes half precision, which needs a GPU."
        : `\`${key}\` needs a GPU.`,
      "Set it to false.",
      { params: { key }, fix: { value: false } },
    ),
  );
};

const memory: Rule = ({ doc, onCpu, error }) => {
  if (!onCpu) return [];
  const loads = ["load_in_4bit", "load_in_8bit"].filter((key) => flagOf(doc, key));
  const attention = textOf(doc, "attn_implementation") ?? "";
  const optimizer = textOf(doc, "optimizer") ?? "";
  return [
    ...loads.map((key) =>
      error(key, "axolotl.cpu-bits", `\`${key}\` needs a GPU.`, "Set it to false, or train on a GPU.", {
        params: { key },
        fix: { value: false },
      }),
    ),
    ...(flagOf(doc, "flash_attention") || /^(?:flash|xformers|sage|fp8)/.test(attention)
      ? [
          error(
            attention === "" ? "flash_attention" : "attn_implementation",
            "axolotl.cpu-attention",
            "This way to compute attention needs a GPU.",
            "Use sdpa.",
            { fix: { value: attention === "" ? false : "sdpa" } },
          ),
        ]
      : []),
    ...(/8bit|4bit|fp8|^flash_/.test(optimizer)
      ? [
          error(
            "optimizer",
            "axolotl.cpu-optimizer",
            `The optimizer ${optimizer} needs a GPU.`,
            "Use adamw_torch.",
            {
              params: { optimizer },
              fix: { value: "adamw_torch" },
            },
          ),
        ]
      : []),
  ];
};

/** What the engine only warns of, or notices after the model is loaded. */
const otherGpu: Rule = ({ doc, context, error }) => {
  const { gpu } = context;
  if (!gpu) return [];
  const params = { gpu: gpu.name };
  const attention =
    textOf(doc, "attn_implementation") ?? (flagOf(doc, "flash_attention") ? "flash_attention_2" : "");
  const fix = { value: false };
  return [
    ...(hasBf16(gpu)
      ? []
      : ["bf16", "tf32"]
          .filter((key) => doc.get(key) === true)
          .map((key) =>
            error(
              key,
              "axolotl.gpu-precision",
              `${gpu.name} is too old for \`${key}\`; training fails on it.`,
              key === "bf16" ? "With auto it takes fp16 there." : "Set it to false.",
              {
                params: { ...params, key },
                fix: key === "bf16" ? { value: "auto" } : fix,
              },
            ),
          )),
    ...(attention.startsWith("flash_attention_") && !hasBf16(gpu)
      ? [
          error(
            textOf(doc, "attn_implementation") === null ? "flash_attention" : "attn_implementation",
            "axolotl.gpu-attention",
            `${gpu.name} is too old for ${attention}.`,
            "Use sdpa.",
            {
              params: { ...params, attention },
              fix: textOf(doc, "attn_implementation") === null ? fix : { value: "sdpa" },
            },
          ),
        ]
      : []),
  ];
};

export const deviceRules: readonly Rule[] = [kernels, precision, memory, otherGpu];
