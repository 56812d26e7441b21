// Owns judging whether the datasets fit the stage and the model: pairs, marks, pictures. Silent about what nobody looked at.
import type { Problem } from "../../../../contract/problem.ts";
import type { KnownDataset } from "../../../engine-interface/data.ts";
import { textOf } from "../../../engine-kit/values.ts";
import { type DatasetKey, namedDatasets } from "./named-datasets.ts";
import type { Rule, Subject } from "./subject.ts";

const PAIR_STAGES = ["rm", "dpo"];

function stageFit(
  { stage, error }: Subject,
  key: DatasetKey,
  { name, ranking, marked, unanswered }: KnownDataset,
): Problem[] {
  const params = { name, stage };
  const pairs = PAIR_STAGES.includes(stage);
  if (pairs && ranking === false)
    return [
      error(
        key,
        "dataset.needs-pairs",
        `The stage ${stage} learns from a better and a worse answer; \`${name}\` has no such pairs.`,
        "Choose a dataset of preferences (`ranking: true` in dataset_info.json), or another stage.",
        { params },
      ),
    ];
  if (!pairs && ranking === true)
    return [
      error(
        key,
        "dataset.is-pairs",
        `\`${name}\` holds pairs of a better and a worse answer; the stage ${stage} cannot read them.`,
        "Choose the stage dpo or rm, or another dataset.",
        { params },
      ),
    ];
  if (stage === "kto" && marked === false)
    return [
      error(
        key,
        "dataset.needs-marks",
        `The stage kto learns from answers marked good or bad; \`${name}\` has no marks, so every example would be dropped.`,
        "Choose a dataset with a `kto_tag` column, or another stage.",
        { params },
      ),
    ];
  if (stage === "sft" && unanswered === true)
    return [
      error(
        key,
        "dataset.no-answers",
        `\`${name}\` holds text without a column of answers; the stage sft drops every one of its examples.`,
        "Choose the stage pt, or name the column of answers as `response` in dataset_info.json.",
        { params },
      ),
    ];
  return stage === "sft" && marked === true
    ? [
        error(
          key,
          "dataset.is-marks",
          `\`${name}\` holds answers marked good or bad; the stage sft drops every one of its examples.`,
          "Choose the stage kto, or another dataset.",
          { params },
        ),
      ]
    : [];
}

function mediaFit(
  { doc, model, context, error }: Subject,
  key: DatasetKey,
  { name, media }: KnownDataset,
): Problem[] {
  if (!media || media.length === 0) return [];
  const value = textOf(doc, "template");
  const template = context.catalog?.templates.find((candidate) => candidate.name === value);
  const params = { name, media: media.join(", "), template: value ?? "" };
  if (template && !template.multimodal)
    return [
      error(
        "template",
        "template.no-media",
        `\`${name}\` comes with ${media.join(", ")}, and the template \`${value}\` has no place for them: the engine stops at the first one.`,
        "Choose the template of a model that sees (such as qwen2_vl for Qwen2-VL), or another dataset.",
        { params },
      ),
    ];
  return model !== null && !model.multimodal
    ? [
        error(
          key,
          "model.no-media",
          `\`${name}\` comes with ${media.join(", ")}, and this model reads text only.`,
          "Choose a model that sees or hears, or another dataset.",
          { params },
        ),
      ]
    : [];
}

export const datasetFitRules: readonly Rule[] = [
  async (subject) =>
    (await namedDatasets(subject)).flatMap(({ key, dataset }) => [
      ...stageFit(subject, key, dataset),
      ...mediaFit(subject, key, dataset),
    ]),
];
