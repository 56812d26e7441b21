// Owns what decides each step: batch, epochs, learning rate and its course, optimizer, order of the examples.
// Refuses to hide a rounding: where the engines count differently, the row says so.
import { flagOf, numberOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, type Rule, text } from "../rule.ts";
import { pair } from "./names.ts";
import { order } from "./order.ts";

/** More than this and Axolotl's own warmup grows no further. */
const WARMUP = 0.03;

const warmup: Rule = {
  topic: "training",
  keys: [
    ["warmup_steps", "warmup_ratio"],
    ["warmup_steps", "warmup_ratio"],
  ],
  there: ({ doc }) => {
    const key = has(doc, "warmup_steps") ? "warmup_steps" : "warmup_ratio";
    const value = numberOf(doc, key) ?? 0;
    if (value === 0)
      return [
        added(
          [key],
          { warmup_steps: 0 },
          text(
            "Written out: LLaMA-Factory begins at the full learning rate; Axolotl would warm up over 3 % of the steps, at most 100.",
            "写明：LLaMA-Factory 直接从完整学习率开始；Axolotl 会用 3% 的步数预热，最多 100 步。",
          ),
        ),
      ];
    if (value >= 1)
      return value === 1
        ? [
            changed(
              [key],
              { warmup_steps: 1 },
              text("Axolotl makes two warmup steps of one.", "Axolotl 会把 1 步预热改为 2 步。"),
            ),
          ]
        : [carried([key], { warmup_steps: value })];
    const rounding = text(
      "A share of all steps. LLaMA-Factory rounds it up, Axolotl down, and makes two of one: at most a step apart.",
      "占总步数的比例。LLaMA-Factory 向上取整，Axolotl 向下取整并把 1 步改为 2 步，最多相差一步。",
    );
    return [carried([key], { warmup_ratio: value }, rounding)];
  },
  back: ({ doc }) => {
    if (has(doc, "warmup_steps"))
      return [carried(["warmup_steps"], { warmup_steps: numberOf(doc, "warmup_steps") })];
    if (has(doc, "warmup_ratio"))
      return [
        carried(
          ["warmup_ratio"],
          { warmup_steps: numberOf(doc, "warmup_ratio") },
          text(
            "A share of all steps; LLaMA-Factory rounds it up.",
            "占总步数的比例；LLaMA-Factory 向上取整。",
          ),
        ),
      ];
    return [
      added(
        ["warmup_steps"],
        { warmup_steps: WARMUP },
        text(
          "Written out: Axolotl warms up over 3 % of the steps, at most 100. For a run of more than 3,334 steps write 100 here.",
          "写明：Axolotl 用 3% 的步数预热，最多 100 步。若总步数超过 3334，请在此写 100。",
        ),
      ),
    ];
  },
};

const steps: Rule = {
  topic: "training",
  keys: [["max_steps"], ["max_steps"]],
  there: ({ doc }) => limit(numberOf(doc, "max_steps")),
  back: ({ doc }) => limit(numberOf(doc, "max_steps")),
};
const limit = (value: number | null) =>
  value === null || value <= 0 ? [] : [carried(["max_steps"], { max_steps: value })];

const accumulation: Rule = {
  topic: "training",
  keys: [["gradient_accumulation_steps"], ["gradient_accumulation_steps", "batch_size"]],
  there: ({ doc }) =>
    has(doc, "gradient_accumulation_steps")
      ? [
          carried(["gradient_accumulation_steps"], {
            gradient_accumulation_steps: numberOf(doc, "gradient_accumulation_steps"),
          }),
        ]
      : [],
  back: ({ doc }) => {
    const value = numberOf(doc, "gradient_accumulation_steps");
    if (value !== null)
      return [carried(["gradient_accumulation_steps"], { gradient_accumulation_steps: value })];
    const whole = numberOf(doc, "batch_size");
    if (whole === null) return [];
    const share = Math.max(1, Math.floor(whole / Math.max(1, numberOf(doc, "micro_batch_size") ?? 1)));
    const why = text("The whole batch over the batch of one device.", "总批大小除以单设备批大小。");
    return [carried(["batch_size"], { gradient_accumulation_steps: share }, why)];
  },
};

const SCHEDULES_OF_AXOLOTL = ["one_cycle", "rex"];

const schedule: Rule = {
  topic: "training",
  keys: [["lr_scheduler_type"], ["lr_scheduler", "cosine_min_lr_ratio"]],
  there: pair("training", "lr_scheduler_type", "lr_scheduler", { defaults: ["linear", "cosine"] }).there,
  back: (source) => {
    const name = textOf(source.doc, "lr_scheduler") ?? "cosine";
    const floor = numberOf(source.doc, "cosine_min_lr_ratio");
    if (SCHEDULES_OF_AXOLOTL.includes(name))
      return [
        changed(
          ["lr_scheduler"],
          { lr_scheduler_type: "cosine" },
          text(
            "LLaMA-Factory has no such schedule; cosine is the nearest.",
            "LLaMA-Factory 没有这种调度；cosine 最接近。",
          ),
        ),
      ];
    if (floor !== null && name === "cosine")
      return [
        carried(["lr_scheduler", "cosine_min_lr_ratio"], {
          lr_scheduler_type: "cosine_with_min_lr",
          lr_scheduler_kwargs: { min_lr_rate: floor },
        }),
      ];
    return pair("training", "lr_scheduler_type", "lr_scheduler", { defaults: ["linear", "cosine"] }).back(
      source,
    );
  },
};

/** Optimizers that only Axolotl brings. */
const ONLY_AXOLOTL = /^(?:optimi_|ao_|adopt_|adamc$|came_|dion$|sinkgd$|polora$|flash_|q_galore|muon$)/;

const optimizer: Rule = {
  topic: "training",
  keys: [["optim", "use_muon"], ["optimizer"]],
  there: ({ doc }) => {
    if (flagOf(doc, "use_muon")) {
      const why = text(
        "Each engine brings a Muon of its own; they need not agree in every step.",
        "两个引擎各自实现 Muon，步进不一定完全一致。",
      );
      return [changed(["use_muon"], { optimizer: "muon" }, why)];
    }
    return has(doc, "optim") ? [carried(["optim"], { optimizer: textOf(doc, "optim") })] : [];
  },
  back: ({ doc }) => {
    const name = textOf(doc, "optimizer");
    if (name === null) return [];
    if (name === "muon")
      return [
        changed(
          ["optimizer"],
          { use_muon: true },
          text("Each engine brings a Muon of its own.", "两个引擎各自实现 Muon。"),
        ),
      ];
    if (!ONLY_AXOLOTL.test(name)) return [carried(["optimizer"], { optim: name })];
    const why = text(
      "Only Axolotl brings this optimizer; the nearest is written instead.",
      "只有 Axolotl 自带此优化器，已改写为最接近的。",
    );
    return [changed(["optimizer"], { optim: "adamw_torch_fused" }, why)];
  },
};

export const trainingRules: readonly Rule[] = [
  pair("training", "learning_rate", "learning_rate", { defaults: [5e-5, undefined] }),
  pair("training", "num_train_epochs", "num_epochs", { defaults: [3, 1] }),
  steps,
  pair("training", "per_device_train_batch_size", "micro_batch_size", { defaults: [8, 1] }),
  accumulation,
  schedule,
  pair("training", "lr_scheduler_kwargs", "lr_scheduler_kwargs"),
  warmup,
  optimizer,
  pair("training", "optim_args", "optim_args"),
  pair("training", "optim_target_modules", "optim_target_modules"),
  pair("training", "weight_decay", "weight_decay"),
  pair("training", "adam_beta1", "adam_beta1"),
  pair("training", "adam_beta2", "adam_beta2"),
  pair("training", "adam_epsilon", "adam_epsilon"),
  pair("training", "max_grad_norm", "max_grad_norm"),
  pair("training", "neftune_noise_alpha", "neftune_noise_alpha"),
  pair("training", "use_eaft_loss", "use_eaft"),
  pair("training", "eaft_alpha", "eaft_alpha"),
  pair("training", "seed", "seed"),
  order,
];
