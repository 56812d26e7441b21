// Owns number formats, attention and what saves memory. Refuses to call two formats the same that are not.
import type { ConfigDocument } from "../../../contract/config-document.ts";
import { flagOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, lost, type Rule, text } from "../rule.ts";
import { pair } from "./names.ts";

const KERNELS = {
  lora_mlp_kernel: false,
  lora_qkv_kernel: false,
  lora_o_kernel: false,
  lora_embedding_kernel: false,
};

const format: Rule = {
  topic: "precision",
  keys: [
    ["bf16", "fp16", "pure_bf16"],
    ["bf16", "fp16", "bfloat16", "float16", "float32"],
  ],
  there: ({ doc }) => {
    if (flagOf(doc, "pure_bf16"))
      return [
        changed(
          ["pure_bf16"],
          { bf16: "full" },
          text(
            "Weights in bf16 without mixed precision; Axolotl keeps LoRA's own weights in 32 bits.",
            "权重用 bf16、不用混合精度；Axolotl 仍以 32 位保存 LoRA 权重。",
          ),
        ),
      ];
    if (flagOf(doc, "bf16")) return [carried(["bf16"], { bf16: true })];
    if (flagOf(doc, "fp16")) return [carried(["fp16"], { bf16: false, fp16: true })];
    const why = text(
      "LLaMA-Factory computes in the format the model is saved in, Axolotl in 32 bits. In 16 bits the first small steps of an adapter are rounded away: losses begin alike, and fall later in LLaMA-Factory.",
      "LLaMA-Factory 按模型保存的精度计算，Axolotl 用 32 位。在 16 位下适配器最初的小步会被舍入掉：损失起点相同，但 LLaMA-Factory 下降得更晚。",
    );
    return [changed([has(doc, "bf16") ? "bf16" : "fp16"], { bf16: false, fp16: false }, why)];
  },
  back: ({ doc, onCpu }) => {
    const bf16 = doc.get("bf16") ?? doc.get("bfloat16") ?? "auto";
    if (bf16 === "full")
      return [
        changed(
          ["bf16"],
          { pure_bf16: true },
          text(
            "Weights in bf16 without mixed precision, LoRA's own too.",
            "权重用 bf16、不用混合精度，LoRA 权重也是。",
          ),
        ),
      ];
    if (bf16 === true) return [carried(["bf16"], { bf16: true })];
    if (flagOf(doc, "fp16") || flagOf(doc, "float16")) return [carried(["fp16"], { fp16: true })];
    if (bf16 === "auto" && !onCpu)
      return [
        changed(
          ["bf16"],
          { bf16: true },
          text(
            "Axolotl takes bf16 where the GPU has it, else fp16; LLaMA-Factory is told bf16. Write fp16: true for an older GPU.",
            "Axolotl 在 GPU 支持时用 bf16，否则用 fp16；译文写 bf16。旧 GPU 请改写 fp16: true。",
          ),
        ),
      ];
    const why = text(
      "Without bf16 and fp16 LLaMA-Factory computes in the format the model is saved in, Axolotl in 32 bits. In 16 bits the first small steps of an adapter are rounded away: losses begin alike, and fall later in LLaMA-Factory.",
      "不用 bf16 和 fp16 时，LLaMA-Factory 按模型保存的精度计算，Axolotl 用 32 位。在 16 位下适配器最初的小步会被舍入掉：损失起点相同，但 LLaMA-Factory 下降得更晚。",
    );
    const said = ["bf16", "fp16"].filter((key) => has(doc, key));
    return [changed(said.length > 0 ? said : ["bf16"], { bf16: false }, why)];
  },
};

const WORDS: readonly (readonly [string, string])[] = [
  ["sdpa", "sdpa"],
  ["fa2", "flash_attention_2"],
  ["fa3", "flash_attention_3"],
  ["disabled", "eager"],
];
const FLAGS: Readonly<Record<string, string>> = {
  flash_attention: "flash_attention_2",
  sdp_attention: "sdpa",
  eager_attention: "eager",
};

/** What the older switches of Axolotl come to. */
export function attentionOf(doc: ConfigDocument): { key: string; name: string } | null {
  const named = textOf(doc, "attn_implementation");
  if (named !== null) return { key: "attn_implementation", name: named };
  const [key, name] = Object.entries(FLAGS).find(([flag]) => flagOf(doc, flag)) ?? [];
  return key && name ? { key, name } : null;
}

const attention: Rule = {
  topic: "precision",
  keys: [["flash_attn"], ["attn_implementation", ...Object.keys(FLAGS)]],
  there: ({ doc }) => {
    const word = textOf(doc, "flash_attn");
    if (word === null) return [];
    if (word === "auto")
      return [
        carried(
          ["flash_attn"],
          {},
          text("Axolotl leaves the choice to the model too.", "Axolotl 同样交由模型选择。"),
        ),
      ];
    const found = WORDS.find(([ours]) => ours === word);
    return found
      ? [carried(["flash_attn"], { attn_implementation: found[1] })]
      : [lost(["flash_attn"], text("Axolotl knows no such attention.", "Axolotl 没有这种注意力实现。"))];
  },
  back: ({ doc }) => {
    const asked = attentionOf(doc);
    if (asked === null)
      return Object.keys(FLAGS)
        .filter((key) => doc.get(key) === false)
        .map((key) => carried([key], {}, text("Not asked for on either side.", "两边都未启用。")));
    const found = WORDS.find(([, theirs]) => theirs === asked.name);
    return found
      ? [carried([asked.key], { flash_attn: found[0] })]
      : [
          lost(
            [asked.key],
            text(
              "LLaMA-Factory knows auto, sdpa, fa2, fa3 and disabled.",
              "LLaMA-Factory 只支持 auto、sdpa、fa2、fa3 和 disabled。",
            ),
          ),
        ];
  },
};

const RECOMPUTE = text(
  "LLaMA-Factory computes activations again unless told not to; Axolotl only when told. The numbers are the same, memory and time are not.",
  "LLaMA-Factory 默认开启梯度检查点，Axolotl 需写明。结果相同，显存和时间不同。",
);

const checkpointing: Rule = {
  topic: "precision",
  keys: [
    ["disable_gradient_checkpointing", "gradient_checkpointing", "use_unsloth_gc"],
    ["gradient_checkpointing", "activation_offloading"],
  ],
  there: ({ doc }) => {
    const unsloth = flagOf(doc, "use_unsloth_gc")
      ? [
          changed(
            ["use_unsloth_gc"],
            { activation_offloading: true },
            text(
              "Activations kept in the computer's memory, by Axolotl's own means.",
              "用 Axolotl 自己的方式把激活值放到内存。",
            ),
          ),
        ]
      : [];
    const key = "disable_gradient_checkpointing";
    if (flagOf(doc, key)) return [carried([key], { gradient_checkpointing: false }, RECOMPUTE)];
    return [
      has(doc, key)
        ? carried([key], { gradient_checkpointing: true }, RECOMPUTE)
        : added([key], { gradient_checkpointing: true }, RECOMPUTE),
      ...unsloth,
    ];
  },
  back: ({ doc }) => {
    const key = "gradient_checkpointing";
    const offload =
      has(doc, "activation_offloading") && doc.get("activation_offloading") !== false
        ? [
            changed(
              ["activation_offloading"],
              { use_unsloth_gc: true },
              text(
                "LLaMA-Factory does it with Unsloth's checkpointing.",
                "LLaMA-Factory 用 Unsloth 的检查点实现。",
              ),
            ),
          ]
        : [];
    const on = has(doc, key) && doc.get(key) !== false;
    if (on) return [carried([key], { disable_gradient_checkpointing: false }, RECOMPUTE), ...offload];
    if (has(doc, key))
      return [carried([key], { disable_gradient_checkpointing: true }, RECOMPUTE), ...offload];
    return [added([key], { disable_gradient_checkpointing: true }, RECOMPUTE), ...offload];
  },
};

const tf32: Rule = {
  topic: "precision",
  keys: [["tf32"], ["tf32"]],
  there: ({ doc, onCpu }) => {
    if (has(doc, "tf32")) return [carried(["tf32"], { tf32: flagOf(doc, "tf32") })];
    const why = text(
      "Written out: Axolotl would round products to TF32 where the GPU can; LLaMA-Factory does not.",
      "写明：GPU 支持时 Axolotl 会用 TF32 计算，LLaMA-Factory 不会。",
    );
    return onCpu ? [] : [added(["tf32"], { tf32: false }, why)];
  },
  back: ({ doc, onCpu }) => {
    const value = doc.get("tf32");
    if (typeof value === "boolean")
      return onCpu && value
        ? []
        : [carried(["tf32"], value ? { tf32: true } : {}, text("Off without the key.", "不写即关闭。"))];
    if (onCpu) return [];
    const why = text(
      "Axolotl takes TF32 where the GPU can; write tf32: true on such a GPU for the same.",
      "GPU 支持时 Axolotl 用 TF32；在这样的 GPU 上写 tf32: true 即可一致。",
    );
    return [lost(["tf32"], why)];
  },
};

/** Axolotl's fused LoRA kernels want a GPU. */
const kernels: Rule = {
  topic: "precision",
  keys: [[], Object.keys(KERNELS)],
  there: ({ doc, onCpu }) => {
    const type = textOf(doc, "finetuning_type") ?? "lora";
    const why = text(
      "Axolotl's fused kernels need a GPU; without them the sums are the same.",
      "Axolotl 的融合算子需要 GPU；不用它们结果相同。",
    );
    return onCpu && type === "lora" ? [added([], KERNELS, why)] : [];
  },
  back: ({ doc }) => {
    const said = Object.keys(KERNELS).filter((key) => has(doc, key));
    const why = text(
      "Fused kernels are Axolotl's own; they compute the same, faster.",
      "融合算子是 Axolotl 独有的；结果相同，速度更快。",
    );
    return said.length === 0 ? [] : [carried(said, {}, why)];
  },
};

export const precisionRules: readonly Rule[] = [
  format,
  tf32,
  attention,
  checkpointing,
  pair("precision", "gradient_checkpointing_kwargs", "gradient_checkpointing_kwargs"),
  pair("precision", "fp8", "fp8"),
  pair("precision", "torch_compile", "torch_compile"),
  pair("precision", "torch_compile_backend", "torch_compile_backend"),
  pair("precision", "torch_compile_mode", "torch_compile_mode"),
  pair("precision", "low_cpu_mem_usage", "low_cpu_mem_usage"),
  kernels,
];
