// Owns how LoRA, QLoRA and full fine-tuning are said by each engine: adapter, size, targets, bits, variants.
// Refuses to guess module names of a model.
import type { ConfigDocument, ConfigValue } from "../../../contract/config-document.ts";
import { flagOf, listOf, numberOf, textOf } from "../../engine-kit/values.ts";
import {
  added,
  carried,
  changed,
  type Direction,
  has,
  impossible,
  lost,
  type Move,
  type Rule,
  text,
} from "../rule.ts";
import { pair } from "./names.ts";

const isLora = (doc: ConfigDocument) => (textOf(doc, "finetuning_type") ?? "lora") === "lora";
const isAdapter = (doc: ConfigDocument) => ["lora", "qlora"].includes(textOf(doc, "adapter") ?? "");

const NO_METHOD = text(
  "Axolotl has no such method: without it the whole model would be trained. Choose LoRA or full fine-tuning.",
  "Axolotl 没有这种方法：去掉后会训练整个模型。请选择 LoRA 或全参数微调。",
);
const NO_BITS = text(
  "Axolotl loads 4 and 8 bits with bitsandbytes only. Choose one of these, or train without.",
  "Axolotl 只用 bitsandbytes 加载 4 或 8 位。请选择其一，或不量化。",
);

const toAdapter: Direction = ({ doc }) => {
  const type = textOf(doc, "finetuning_type") ?? "lora";
  const bits = numberOf(doc, "quantization_bit");
  const method = textOf(doc, "quantization_method") ?? "bnb";
  const asked = [
    "finetuning_type",
    ...(bits === null
      ? []
      : ["quantization_bit", ...(has(doc, "quantization_method") ? ["quantization_method"] : [])]),
  ];
  if (type === "full")
    return [
      carried(
        ["finetuning_type"],
        {},
        text("Axolotl trains the whole model without `adapter`.", "不写 `adapter` 时 Axolotl 训练整个模型。"),
      ),
    ];
  if (type !== "lora") return [impossible(["finetuning_type"], NO_METHOD)];
  if (bits === null)
    return [
      has(doc, "finetuning_type")
        ? carried(asked, { adapter: "lora" })
        : added(
            asked,
            { adapter: "lora" },
            text("LLaMA-Factory's own method when none is named.", "未写明时 LLaMA-Factory 默认使用 LoRA。"),
          ),
    ];
  if (method !== "bnb" || (bits !== 4 && bits !== 8)) return [changed(asked, { adapter: "lora" }, NO_BITS)];
  return [
    bits === 4
      ? carried(asked, { adapter: "qlora", load_in_4bit: true })
      : carried(asked, { adapter: "lora", load_in_8bit: true }),
  ];
};

const fromAdapter: Direction = ({ doc }) => {
  const adapter = textOf(doc, "adapter");
  const four = flagOf(doc, "load_in_4bit");
  const bits = four ? 4 : flagOf(doc, "load_in_8bit") ? 8 : null;
  const from = ["adapter", ...(four ? ["load_in_4bit"] : bits === 8 ? ["load_in_8bit"] : [])];
  if (adapter === null)
    return [
      added(
        ["adapter"],
        { finetuning_type: "full" },
        text(
          "Without an adapter Axolotl trains the whole model; LLaMA-Factory would take LoRA.",
          "不写 adapter 时 Axolotl 训练整个模型，而 LLaMA-Factory 会用 LoRA。",
        ),
      ),
    ];
  if (adapter !== "lora" && adapter !== "qlora")
    return [
      impossible(
        ["adapter"],
        text(
          "LLaMA-Factory has no such adapter. Choose LoRA.",
          "LLaMA-Factory 没有这种适配器，请选择 LoRA。",
        ),
      ),
    ];
  return [
    carried(from, {
      finetuning_type: "lora",
      ...(bits === null ? {} : { quantization_bit: bits, quantization_method: "bnb" }),
    }),
  ];
};

const kind: Rule = {
  topic: "method",
  keys: [
    ["finetuning_type", "quantization_bit", "quantization_method"],
    ["adapter", "load_in_4bit", "load_in_8bit"],
  ],
  there: toAdapter,
  back: fromAdapter,
};

/** LLaMA-Factory has a rank and takes twice the rank for alpha; Axolotl wants both written. */
const size: Rule = {
  topic: "method",
  keys: [
    ["lora_rank", "lora_alpha"],
    ["lora_r", "lora_alpha"],
  ],
  there: ({ doc }) => {
    if (!isLora(doc)) return [];
    const rank = numberOf(doc, "lora_rank") ?? 8;
    const alpha = numberOf(doc, "lora_alpha");
    const ours = text(
      "Written out: LLaMA-Factory takes rank 8 and an alpha of twice the rank; Axolotl has no default of its own.",
      "写明：LLaMA-Factory 默认 rank 为 8、alpha 为 rank 的两倍；Axolotl 没有默认值。",
    );
    return [
      has(doc, "lora_rank")
        ? carried(["lora_rank"], { lora_r: rank })
        : added(["lora_rank"], { lora_r: rank }, ours),
      alpha === null
        ? added(["lora_alpha"], { lora_alpha: rank * 2 }, ours)
        : carried(["lora_alpha"], { lora_alpha: alpha }),
    ];
  },
  back: ({ doc }) => {
    if (!isAdapter(doc)) return [];
    const pairs: [string, string][] = [
      ["lora_r", "lora_rank"],
      ["lora_alpha", "lora_alpha"],
    ];
    return pairs.flatMap(([from, to]) => {
      const value = numberOf(doc, from);
      return value === null ? [] : [carried([from], { [to]: value })];
    });
  },
};

/** The layers of a language model inside a model that also sees; as upstream names them today. */
export const LANGUAGE_LAYERS =
  "model.language_model.layers.[\\d]+.(mlp|cross_attn|self_attn).(up|down|gate|q|k|v|o)_proj";
const VISION = ["freeze_vision_tower", "freeze_multi_modal_projector", "freeze_language_model"];

const toTargets: Direction = ({ doc, isMultimodal }) => {
  if (!isLora(doc)) return frozen(doc, isMultimodal);
  const named = listOf(doc, "lora_target");
  const all = named.length === 0 || (named.length === 1 && named[0] === "all");
  const seen = VISION.filter((key) => has(doc, key));
  const frees = doc.get("freeze_vision_tower") === false;
  if (!all) return [carried(["lora_target"], { lora_target_modules: named }), ...rest(seen)];
  if (isMultimodal && !frees)
    return [
      changed(
        ["lora_target", "freeze_vision_tower", ...seen.filter((key) => key !== "freeze_vision_tower")],
        { lora_target_modules: LANGUAGE_LAYERS },
        text(
          "LLaMA-Factory leaves what sees as it is and adapts the language model; Axolotl is told so by a pattern. See in New run which modules it matches.",
          "LLaMA-Factory 冻结视觉部分、只适配语言模型；Axolotl 用模式说明这一点。请在新建运行页查看它匹配哪些模块。",
        ),
      ),
    ];
  const set = { lora_target_linear: true };
  return [
    has(doc, "lora_target")
      ? carried(["lora_target"], set)
      : added(
          ["lora_target"],
          set,
          text(
            "LLaMA-Factory adapts every linear layer when none is named.",
            "未写明时 LLaMA-Factory 适配所有线性层。",
          ),
        ),
    ...rest(isMultimodal ? seen : []),
  ];
};

function frozen(doc: ConfigDocument, isMultimodal: boolean): Move[] {
  if (!isMultimodal) return [];
  const said = VISION.filter((key) => has(doc, key) && key !== "freeze_vision_tower");
  if (doc.get("freeze_vision_tower") === false) {
    const free = text("Axolotl trains what sees as well unless told.", "不写时 Axolotl 也训练视觉部分。");
    return [carried(["freeze_vision_tower", ...said], {}, free)];
  }
  const why = text(
    "What sees stays as it is: LLaMA-Factory freezes it unasked, Axolotl only when told.",
    "视觉部分保持不变：LLaMA-Factory 默认冻结，Axolotl 需要写明。",
  );
  return [changed(["freeze_vision_tower", ...said], { freeze_mm_modules: true }, why)];
}

const rest = (keys: readonly string[]): Move[] =>
  keys.map((key) =>
    lost(
      [key],
      text(
        "The names of the adapted modules decide this in Axolotl.",
        "在 Axolotl 中由被适配模块的名称决定。",
      ),
    ),
  );

const fromTargets: Direction = ({ doc, isMultimodal }) => {
  const frozenHere: Move[] = has(doc, "freeze_mm_modules")
    ? [carried(["freeze_mm_modules"], { freeze_vision_tower: flagOf(doc, "freeze_mm_modules") })]
    : [];
  if (!isAdapter(doc)) return frozenHere;
  const modules = doc.get("lora_target_modules");
  const linear = flagOf(doc, "lora_target_linear");
  if (typeof modules === "string" && /[[\](|)*\\+?]/.test(modules)) return [pattern(modules), ...frozenHere];
  const named = listOf(doc, "lora_target_modules");
  if (linear || named.length === 0)
    return [
      carried(
        ["lora_target_linear", ...(named.length > 0 ? ["lora_target_modules"] : [])],
        { lora_target: "all", ...(isMultimodal ? { freeze_vision_tower: false } : {}) },
        isMultimodal
          ? text(
              "Axolotl adapts the vision layers as well; LLaMA-Factory only when nothing is frozen.",
              "Axolotl 也适配视觉层；LLaMA-Factory 仅在不冻结时如此。",
            )
          : undefined,
      ),
      ...frozenHere,
    ];
  return [carried(["lora_target_modules"], { lora_target: named.join(",") }), ...frozenHere];
};

/** LLaMA-Factory takes names, no patterns. */
function pattern(modules: string): Move {
  if (modules.includes("language_model"))
    return changed(
      ["lora_target_modules"],
      { lora_target: "all", freeze_vision_tower: true },
      text(
        "LLaMA-Factory takes no pattern: all linear layers, with what sees left as it is, is the same for this one.",
        "LLaMA-Factory 不支持模式：适配所有线性层并冻结视觉部分，与此模式相同。",
      ),
    );
  return changed(
    ["lora_target_modules"],
    { lora_target: "all" },
    text(
      "LLaMA-Factory takes names, no patterns. Write the names that the pattern matches.",
      "LLaMA-Factory 只接受名称，不支持模式。请写出该模式匹配的名称。",
    ),
  );
}

const targets: Rule = {
  topic: "method",
  keys: [
    ["lora_target", ...VISION],
    ["lora_target_linear", "lora_target_modules", "freeze_mm_modules"],
  ],
  there: toTargets,
  back: fromTargets,
};

const asList = (value: ConfigValue | undefined): ConfigValue =>
  typeof value === "string" ? value.split(",").map((part) => part.trim()) : (value ?? null);

const saved: Rule = {
  topic: "method",
  keys: [["additional_target"], ["lora_modules_to_save"]],
  there: ({ doc }) =>
    has(doc, "additional_target")
      ? [carried(["additional_target"], { lora_modules_to_save: asList(doc.get("additional_target")) })]
      : [],
  back: ({ doc }) => {
    const named = listOf(doc, "lora_modules_to_save");
    return named.length > 0
      ? [carried(["lora_modules_to_save"], { additional_target: named.join(",") })]
      : [];
  },
};

/** PiSSA as peft names it. */
const pissa: Rule = {
  topic: "method",
  keys: [["pissa_init", "pissa_iter"], ["peft_init_lora_weights"]],
  there: ({ doc }) => {
    if (!flagOf(doc, "pissa_init")) return [];
    const rounds = numberOf(doc, "pissa_iter") ?? 16;
    return [
      carried(["pissa_init"], { peft_init_lora_weights: rounds === -1 ? "pissa" : `pissa_niter_${rounds}` }),
    ];
  },
  back: ({ doc }) => {
    const words = textOf(doc, "peft_init_lora_weights");
    if (words === null) return [];
    const rounds = /^pissa(?:_niter_(\d+))?$/.exec(words);
    if (!rounds)
      return [
        lost(
          ["peft_init_lora_weights"],
          text(
            "LLaMA-Factory begins LoRA as usual or with PiSSA.",
            "LLaMA-Factory 只支持默认初始化或 PiSSA。",
          ),
        ),
      ];
    return [
      carried(["peft_init_lora_weights"], {
        pissa_init: true,
        pissa_iter: rounds[1] ? Number(rounds[1]) : -1,
      }),
    ];
  },
};

/** Axolotl quantizes to nf4, and the constants once more. */
const quantization: Rule = {
  topic: "method",
  keys: [["quantization_type", "double_quantization"], []],
  there: ({ doc }) => {
    const same = text("Axolotl does so without being told.", "Axolotl 默认如此。");
    const asItIs = [
      ...(textOf(doc, "quantization_type") === "nf4" ? ["quantization_type"] : []),
      ...(flagOf(doc, "double_quantization") ? ["double_quantization"] : []),
    ];
    return asItIs.length === 0 ? [] : [carried(asItIs, {}, same)];
  },
  back: () => [],
};

export const methodRules: readonly Rule[] = [
  kind,
  quantization,
  size,
  pair("method", "lora_dropout", "lora_dropout"),
  targets,
  saved,
  pair("method", "use_dora", "peft_use_dora"),
  pair("method", "use_rslora", "peft_use_rslora"),
  pair("method", "loraplus_lr_ratio", "loraplus_lr_ratio"),
  pair("method", "loraplus_lr_embedding", "loraplus_lr_embedding"),
  pissa,
];
