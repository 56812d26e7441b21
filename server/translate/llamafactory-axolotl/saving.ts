// Owns when each engine logs, saves and evaluates, and how many checkpoints it keeps. Refuses to lose a rhythm in silence.
import type { ConfigDocument, ConfigValue } from "../../../contract/config-document.ts";
import { flagOf, numberOf, textOf } from "../../engine-kit/values.ts";
import { added, carried, changed, has, lost, type Rule, text, unlike } from "../rule.ts";
import { NAMES, pair } from "./names.ts";

/** Axolotl has no word for all: a number that no run reaches. */
const ALL = 100_000;
const [LF, AX] = NAMES;

const logging: Rule = {
  topic: "saving",
  keys: [["logging_steps"], ["logging_steps"]],
  there: ({ doc }) => {
    const value = numberOf(doc, "logging_steps");
    if (value !== null) return [carried(["logging_steps"], { logging_steps: value })];
    const why = text(
      "Written out: LLaMA-Factory logs every 500 steps; Axolotl would every 1 to 10.",
      "写明：LLaMA-Factory 每 500 步记录一次；Axolotl 每 1 到 10 步一次。",
    );
    return [added(["logging_steps"], { logging_steps: 500 }, why)];
  },
  back: ({ doc }) => {
    const value = numberOf(doc, "logging_steps");
    if (value !== null) return [carried(["logging_steps"], { logging_steps: value })];
    const why = text(
      "Written out: Axolotl logs after each 0.5 % of the steps, 1 to 10; LLaMA-Factory would every 500 steps.",
      "写明：Axolotl 每 0.5% 的步数记录一次（1 到 10 步）；LLaMA-Factory 每 500 步一次。",
    );
    return [added(["logging_steps"], { logging_steps: 0.005 }, why)];
  },
};

const saves: Rule = {
  topic: "saving",
  keys: [
    ["save_strategy", "save_steps"],
    ["save_strategy", "save_steps", "saves_per_epoch"],
  ],
  there: ({ doc }) => {
    const strategy = wordOf(doc, "save_strategy") ?? "steps";
    if (strategy !== "steps") return [carried(["save_strategy"], { save_strategy: strategy })];
    const steps = numberOf(doc, "save_steps");
    if (steps !== null) return [carried(["save_steps"], { save_steps: steps })];
    const why = text(
      "Written out: LLaMA-Factory saves every 500 steps; Axolotl would after each epoch.",
      "写明：LLaMA-Factory 每 500 步保存一次；Axolotl 每轮一次。",
    );
    return [added(["save_steps"], { save_steps: 500 }, why)];
  },
  back: ({ doc }) => {
    const steps = numberOf(doc, "save_steps");
    if (steps !== null) return [carried(["save_steps"], { save_steps: steps })];
    const share = perEpoch(doc, "saves_per_epoch");
    if (share !== null)
      return [
        carried(["saves_per_epoch"], share < 1 ? { save_steps: share } : { save_strategy: "epoch" }, asShare),
      ];
    const strategy = wordOf(doc, "save_strategy");
    if (strategy !== null) return [carried(["save_strategy"], { save_strategy: strategy })];
    const why = text(
      "Written out: Axolotl saves after each epoch; LLaMA-Factory would every 500 steps.",
      "写明：Axolotl 每轮保存一次；LLaMA-Factory 每 500 步一次。",
    );
    return [added(["save_strategy"], { save_strategy: "epoch" }, why)];
  },
};

const asShare = text(
  "Times per epoch, as a share of all steps: what Axolotl makes of it too.",
  "每轮次数换算成占总步数的比例，Axolotl 也是这样计算的。",
);

/** YAML 1.1 readers take an unquoted no for false. */
function wordOf(doc: ConfigDocument, key: string): string | null {
  return doc.get(key) === false ? "no" : textOf(doc, key);
}

function perEpoch(doc: ConfigDocument, key: string): number | null {
  const times = numberOf(doc, key);
  return times === null || times <= 0 ? null : 1 / (times * (numberOf(doc, "num_epochs") ?? 1));
}

const kept: Rule = {
  topic: "saving",
  keys: [["save_total_limit"], ["save_total_limit"]],
  there: ({ doc }) => {
    const limit = numberOf(doc, "save_total_limit");
    if (limit !== null && limit > 0) return [carried(["save_total_limit"], { save_total_limit: limit })];
    const why = text(
      "Written out: LLaMA-Factory keeps every checkpoint; Axolotl would keep 4 and has no word for all.",
      "写明：LLaMA-Factory 保留全部检查点；Axolotl 只留 4 个，且没有表示“全部”的写法。",
    );
    return [added(["save_total_limit"], { save_total_limit: ALL }, why)];
  },
  back: ({ doc }) => {
    const limit = numberOf(doc, "save_total_limit");
    if (limit !== null && limit >= ALL)
      return [
        carried(
          ["save_total_limit"],
          {},
          text("LLaMA-Factory keeps every checkpoint.", "LLaMA-Factory 保留全部检查点。"),
        ),
      ];
    if (limit !== null && limit > 0) return [carried(["save_total_limit"], { save_total_limit: limit })];
    return [
      added(
        ["save_total_limit"],
        { save_total_limit: 4 },
        text(
          "Written out: Axolotl keeps the newest 4 checkpoints; LLaMA-Factory would keep all.",
          "写明：Axolotl 只保留最新 4 个检查点；LLaMA-Factory 会全部保留。",
        ),
      ),
    ];
  },
};

const START = text(
  "Axolotl also evaluates once before the first step.",
  "Axolotl 在第一步之前还会评估一次。",
);
const evaluates = (doc: ConfigDocument, size: string, sets: string) =>
  (numberOf(doc, size) ?? 0) > 0 || has(doc, sets);

const evaluation: Rule = {
  topic: "saving",
  keys: [
    ["eval_strategy", "eval_steps", "eval_on_start", "per_device_eval_batch_size"],
    ["eval_strategy", "evaluation_strategy", "eval_steps", "evals_per_epoch", "eval_batch_size"],
  ],
  there: ({ doc }) => {
    const strategy = wordOf(doc, "eval_strategy") ?? "no";
    const batch = numberOf(doc, "per_device_eval_batch_size");
    const size =
      batch !== null
        ? [carried(["per_device_eval_batch_size"], { eval_batch_size: batch })]
        : evaluates(doc, "val_size", "eval_dataset") && strategy !== "no"
          ? [
              added(
                ["per_device_eval_batch_size"],
                { eval_batch_size: 8 },
                text(
                  "Written out: LLaMA-Factory takes 8; Axolotl would take the training batch.",
                  "写明：LLaMA-Factory 取 8；Axolotl 取训练批大小。",
                ),
              ),
            ]
          : [];
    if (strategy === "no")
      return [
        ...(has(doc, "eval_strategy")
          ? [
              carried(
                ["eval_strategy"],
                {},
                text("Axolotl does not evaluate unless asked.", "Axolotl 不写就不评估。"),
              ),
            ]
          : []),
        ...size,
      ];
    const started = flagOf(doc, "eval_on_start");
    const steps = numberOf(doc, "eval_steps") ?? numberOf(doc, "logging_steps") ?? 500;
    const from = [
      "eval_strategy",
      ...(has(doc, "eval_steps") ? ["eval_steps"] : []),
      ...(started ? ["eval_on_start"] : []),
    ];
    const set: Record<string, ConfigValue> =
      strategy === "steps" ? { eval_steps: steps } : { eval_strategy: strategy };
    return [started ? carried(from, set) : changed(from, set, START), ...size];
  },
  back: ({ doc }) => {
    if (!evaluates(doc, "val_set_size", "test_datasets")) return [];
    const batch = numberOf(doc, "eval_batch_size");
    const micro = numberOf(doc, "micro_batch_size") ?? 1;
    const share = perEpoch(doc, "evals_per_epoch");
    const steps = numberOf(doc, "eval_steps");
    const strategy = wordOf(doc, "eval_strategy") ?? wordOf(doc, "evaluation_strategy");
    const size =
      batch !== null
        ? carried(["eval_batch_size"], { per_device_eval_batch_size: batch })
        : added(["eval_batch_size"], { per_device_eval_batch_size: micro }, unlike(AX, micro, LF, 8));
    const set: Record<string, ConfigValue> | null =
      steps !== null
        ? { eval_strategy: "steps", eval_steps: steps }
        : share !== null && share < 1
          ? { eval_strategy: "steps", eval_steps: share }
          : strategy !== null && strategy !== "no"
            ? { eval_strategy: strategy }
            : null;
    if (set === null) return [];
    const from =
      steps !== null
        ? ["eval_steps"]
        : share !== null
          ? ["evals_per_epoch"]
          : [has(doc, "eval_strategy") ? "eval_strategy" : "evaluation_strategy"];
    return [carried(from, { ...set, eval_on_start: true }, START), size];
  },
};

const REPORTS = ["wandb", "tensorboard", "mlflow", "trackio"] as const;

const reports: Rule = {
  topic: "saving",
  keys: [
    ["report_to", "run_name"],
    [
      ...REPORTS.map((name) => `use_${name}`),
      "use_comet",
      "wandb_name",
      "mlflow_run_name",
      "trackio_run_name",
    ],
  ],
  there: ({ doc }) => {
    const value = doc.get("report_to");
    const named = (
      Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(",") : []
    ).map((word) => word.trim());
    if (named.length === 0) return [];
    const known = named.filter((word) => word !== "none" && word !== "");
    if (known.length === 0)
      return [
        carried(["report_to"], {}, text("Axolotl reports nowhere unless asked.", "Axolotl 不写就不上报。")),
      ];
    const set = Object.fromEntries(
      REPORTS.filter((name) => known.includes(name)).map((name) => [`use_${name}`, true]),
    );
    const comet: Record<string, ConfigValue> = known.includes("comet_ml") ? { use_comet: true } : {};
    const name = textOf(doc, "run_name");
    const called: Record<string, ConfigValue> =
      name !== null && known.includes("wandb") ? { wandb_name: name } : {};
    const all: Record<string, ConfigValue> = { ...set, ...comet, ...called };
    return [
      Object.keys(all).length > 0
        ? carried(["report_to", ...(name === null ? [] : ["run_name"])], all)
        : lost(
            ["report_to"],
            text(
              "Axolotl reports to wandb, tensorboard, mlflow, comet and trackio.",
              "Axolotl 只能上报到 wandb、tensorboard、mlflow、comet 和 trackio。",
            ),
          ),
    ];
  },
  back: ({ doc }) => {
    const used = REPORTS.filter((name) => flagOf(doc, `use_${name}`));
    const keys = used.map((name) => `use_${name}`);
    const name = ["wandb_name", "mlflow_run_name", "trackio_run_name"].find((key) => has(doc, key));
    const words = [...used, ...(flagOf(doc, "use_comet") ? ["comet_ml"] : [])];
    if (words.length === 0) return [];
    const set = { report_to: words.join(","), ...(name ? { run_name: textOf(doc, name) } : {}) };
    return [
      carried([...keys, ...(flagOf(doc, "use_comet") ? ["use_comet"] : []), ...(name ? [name] : [])], set),
    ];
  },
};

/** The studio draws the curves itself. */
const plot: Rule = {
  topic: "saving",
  keys: [
    ["plot_loss", "include_num_input_tokens_seen"],
    ["include_tkps", "include_tokens_per_second"],
  ],
  there: ({ doc }) =>
    ["plot_loss", "include_num_input_tokens_seen"]
      .filter((key) => has(doc, key))
      .map((key) =>
        carried([key], {}, text("Shown on the run's page for either engine.", "两个引擎都会在运行页显示。")),
      ),
  back: () => [],
};

export const savingRules: readonly Rule[] = [
  logging,
  saves,
  kept,
  pair("saving", "save_only_model", "save_only_model"),
  evaluation,
  pair("saving", "load_best_model_at_end", "load_best_model_at_end"),
  pair("saving", "metric_for_best_model", "metric_for_best_model"),
  pair("saving", "greater_is_better", "greater_is_better"),
  pair("saving", "early_stopping_steps", "early_stopping_patience"),
  pair("saving", "resume_from_checkpoint", "resume_from_checkpoint"),
  pair("saving", "hub_model_id", "hub_model_id"),
  pair("saving", "hub_strategy", "hub_strategy"),
  reports,
  plot,
];
