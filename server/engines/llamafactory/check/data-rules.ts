// Owns judging data: datasets, their list, the template, and how much is held out.
import type { Problem } from "../../../../contract/problem.ts";
import { didYouMean, nearest, nearestParams } from "../../../engine-kit/nearest.ts";
import { flagOf, listOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import type { KnownRows } from "../estimate.ts";
import { readList } from "./named-datasets.ts";
import type { Rule, Subject } from "./subject.ts";

export async function knownRows(subject: Subject): Promise<KnownRows> {
  const found = await readList(subject);
  return new Map(Array.isArray(found?.list) ? found.list.map(({ name, rows }) => [name, rows]) : []);
}

const datasets: Rule = async (subject) => {
  const { doc, error } = subject;
  const named = listOf(doc, "dataset");
  const tests = listOf(doc, "eval_dataset");
  const trains =
    !["do_train", "do_eval", "do_predict"].some((key) => doc.keys.includes(key)) || flagOf(doc, "do_train");
  if (named.length === 0 && trains)
    return [
      error(
        "dataset",
        "dataset.missing",
        "No dataset is chosen.",
        "Choose at least one dataset to learn from.",
      ),
    ];
  if (named.length === 0 && (numberOf(doc, "val_size") ?? 0) > 1e-6)
    return [
      error(
        "val_size",
        "data.nothing-to-split",
        "`val_size` keeps back a part of the dataset, and there is no dataset.",
        "Choose a dataset, or name an `eval_dataset` instead.",
      ),
    ];
  if (named.length === 0 && tests.length === 0) return [];

  const found = await readList(subject);
  if (found === null) return [];
  const at = doc.keys.includes("dataset_dir") ? "dataset_dir" : "dataset";
  const { dir, list } = found;
  if (list === null)
    return [
      error(
        at,
        "dataset.info-missing",
        `There is no dataset_info.json in ${dir}, so no dataset can be found.`,
        "Correct `dataset_dir`, or remove it to use the datasets of this studio.",
        { params: { dir } },
      ),
    ];
  if ("broken" in list)
    return [
      error(
        at,
        "dataset.info-broken",
        `The list of datasets cannot be read. ${list.broken}`,
        "Correct the file; it is never changed from here.",
        { params: { dir, reason: list.broken } },
      ),
    ];

  const names = list.map(({ name }) => name);
  const judge =
    (key: string) =>
    (name: string): Problem[] => {
      const entry = list.find((candidate) => candidate.name === name);
      if (!entry) {
        const alike = nearest(name, names);
        return [
          error(
            key,
            "dataset.unknown",
            `There is no dataset \`${name}\` in ${dir}.`,
            didYouMean(alike) || `There are: ${names.slice(0, 8).join(", ") || "none"}.`,
            { params: { name, dir, ...nearestParams(alike) } },
          ),
        ];
      }
      return entry.problem === null
        ? []
        : [
            error(
              key,
              "dataset.unusable",
              `The dataset \`${name}\` cannot be used. ${entry.problem}`,
              "Correct its entry or its file.",
              { params: { name, reason: entry.problem } },
            ),
          ];
    };
  return [...named.flatMap(judge("dataset")), ...tests.flatMap(judge("eval_dataset"))];
};

const template: Rule = ({ doc, context, error, warning }) => {
  const value = textOf(doc, "template");
  if (value === null)
    return [
      warning(
        "template",
        "template.missing",
        "No template is chosen: the engine derives one from the model's own chat format, without pictures and tools.",
        "Choose the template of the model's family.",
      ),
    ];
  const names = context.catalog?.templates.map(({ name }) => name);
  if (!names || names.includes(value)) return [];
  const alike = nearest(value, names);
  return [
    error(
      "template",
      "template.unknown",
      `The engine has no template \`${value}\`.`,
      didYouMean(alike) || "Choose one from the list.",
      { params: { value, ...nearestParams(alike) } },
    ),
  ];
};

const heldOut: Rule = async (subject) => {
  const { doc, error } = subject;
  const held = numberOf(doc, "val_size") ?? 0;
  const rows = await knownRows(subject);
  const limit = numberOf(doc, "max_samples") ?? Number.POSITIVE_INFINITY;
  const counts = listOf(doc, "dataset").map((name) => rows.get(name) ?? null);
  if (held < 1 || counts.length === 0 || counts.includes(null)) return [];
  const total = counts.reduce<number>((sum, count) => sum + Math.min(count ?? 0, limit), 0);
  return held < total
    ? []
    : [
        error(
          "val_size",
          "data.nothing-left",
          `\`val_size\` keeps back ${held} examples, and there are only ${total}: none is left to learn from.`,
          "Make it smaller; below 1 it is a share.",
          { params: { held, total } },
        ),
      ];
};

const lengths: Rule = ({ doc, warning }) => {
  const length = numberOf(doc, "cutoff_len");
  return length !== null && length >= 4 && length < 64
    ? [
        warning(
          "cutoff_len",
          "data.cutoff-small",
          `Examples are cut to ${length} tokens; most answers will be lost.`,
          "Usual are 512 to 4096.",
          { params: { length } },
        ),
      ]
    : [];
};

const streaming: Rule = ({ doc, error }) => {
  if (!flagOf(doc, "streaming")) return [];
  const found: Problem[] = [];
  const held = numberOf(doc, "val_size") ?? 0;
  if ((numberOf(doc, "max_steps") ?? -1) <= 0)
    found.push(
      error(
        "streaming",
        "streaming.max-steps",
        "A stream has no known end, so `max_steps` must say when to stop.",
        "Set `max_steps`.",
      ),
    );
  if (doc.get("max_samples") !== undefined && doc.get("max_samples") !== null)
    found.push(
      error(
        "max_samples",
        "streaming.max-samples",
        "`max_samples` cannot be used with `streaming`.",
        "Remove one of them.",
      ),
    );
  if (held > 0 && held < 1)
    found.push(
      error(
        "val_size",
        "streaming.val-size",
        "A share cannot be held out of a stream.",
        "Give `val_size` as a number of examples.",
      ),
    );
  return found;
};

const mixing: Rule = ({ doc, error }) => {
  const probabilities = doc.get("interleave_probs");
  if (probabilities === undefined || probabilities === null) return [];
  if ((textOf(doc, "mix_strategy") ?? "concat") === "concat")
    return [
      error(
        "interleave_probs",
        "mix.not-interleaved",
        "`interleave_probs` only works when datasets are interleaved.",
        "Set `mix_strategy` to interleave_under or interleave_over, or remove it.",
      ),
    ];
  const given = typeof probabilities === "number" ? 1 : listOf(doc, "interleave_probs").length;
  // The engine mixes the datasets to measure on by the same probabilities.
  const wanted = ["dataset", "eval_dataset"].map((key) => listOf(doc, key).length).filter((n) => n > 0);
  const other = wanted.find((count) => count !== given);
  return other === undefined
    ? []
    : [
        error(
          "interleave_probs",
          "mix.length",
          `There are ${given} probabilities for ${other} datasets.`,
          "Give one for each dataset.",
          { params: { given, wanted: other } },
        ),
      ];
};

export const dataRules: readonly Rule[] = [datasets, template, heldOut, lengths, streaming, mixing];
