// Owns judging what several processes and DeepSpeed allow: ZeRO-3's exclusions, optimizers that need one process.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, textOf } from "../../../engine-kit/values.ts";
import { type Rule, remove } from "./subject.ts";

/** What the engine refuses together with ZeRO-3. */
const NOT_WITH_ZERO3: readonly [key: string, why: string][] = [
  ["predict_with_generate", "Generating needs the whole model on one GPU, and ZeRO-3 spreads it"],
  ["pissa_init", "PiSSA takes the weights apart, and ZeRO-3 spreads them"],
  ["pure_bf16", "ZeRO-3 keeps its own copy of the weights in full precision"],
  ["use_unsloth", "Unsloth's kernels want the whole model on one GPU"],
  ["use_kt", "KTransformers places the weights itself"],
];

const zero3: Rule = ({ doc, deepSpeed, error }) => {
  if (deepSpeed.type !== "zero" || deepSpeed.stage !== 3) return [];
  return NOT_WITH_ZERO3.filter(([key]) => flagOf(doc, key)).map(([key, why]) =>
    error(
      key,
      "zero3.excludes",
      `\`${key}\` cannot be used with DeepSpeed ZeRO-3. ${why}.`,
      "Remove it, or choose ZeRO-2.",
      { params: { key }, ...remove },
    ),
  );
};

const settings: Rule = ({ doc, deepSpeed, error }) => {
  const found: Problem[] = [];
  if (deepSpeed.type === "none") return found;
  if (deepSpeed.type === "unreadable")
    found.push(
      error(
        "deepspeed",
        "deepspeed.unreadable",
        "The DeepSpeed settings are not a JSON object that DeepSpeed understands.",
        "Correct the file, or choose one of the settings that come with Anneal.",
      ),
    );
  for (const key of ["use_galore", "use_apollo"].filter((name) => flagOf(doc, name)))
    found.push(
      error(
        key,
        "deepspeed.own-optimizer",
        `\`${key}\` brings an optimizer of its own, and DeepSpeed replaces the optimizer.`,
        "Remove one of them.",
        { params: { key } },
      ),
    );
  return found;
};

const onePlace: Rule = ({ doc, isDistributed, deepSpeed, error }) => {
  if (!isDistributed) return [];
  const found: Problem[] = [];
  for (const name of ["galore", "apollo"])
    if (flagOf(doc, `use_${name}`) && flagOf(doc, `${name}_layerwise`))
      found.push(
        error(
          `${name}_layerwise`,
          "distributed.layerwise",
          `\`${name}_layerwise\` works in a single process only; this run has several, or DeepSpeed.`,
          "Remove it, or choose one GPU without DeepSpeed.",
          { params: { key: `${name}_layerwise` }, ...remove },
        ),
      );
  if (!flagOf(doc, "use_badam")) return found;
  if (textOf(doc, "badam_mode") === "ratio")
    found.push(
      error(
        "badam_mode",
        "distributed.badam-ratio",
        "BAdam by ratio works in a single process only; this run has several, or DeepSpeed.",
        "Set `badam_mode: layer` with ZeRO-3, or choose one GPU.",
      ),
    );
  else if (deepSpeed.type !== "zero" || deepSpeed.stage !== 3)
    found.push(
      error(
        "use_badam",
        "distributed.badam-layer",
        "BAdam by layer needs DeepSpeed ZeRO-3 when there are several processes.",
        "Choose ZeRO-3, or one GPU without DeepSpeed.",
      ),
    );
  return found;
};

/** The engine's own words are for its chat and API; a training with them is refused. */
const backend: Rule = ({ doc, error }) => {
  const value = textOf(doc, "infer_backend");
  return value === null || value === "huggingface"
    ? []
    : [
        error(
          "infer_backend",
          "backend.chat-only",
          `\`infer_backend: ${value}\` is for chatting; a training always uses huggingface.`,
          "Remove it.",
          { params: { value }, ...remove },
        ),
      ];
};

export const distributedRules: readonly Rule[] = [settings, zero3, onePlace, backend];
