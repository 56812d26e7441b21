// Owns judging what runs foreign code or sends something away, and plugins that may be missing without a word.
import { flagOf, listOf, textOf } from "../../../engine-kit/values.ts";
import { datasetsIn } from "../dataset-entries.ts";
import type { Rule } from "./subject.ts";

const foreignCode: Rule = ({ doc, warning }) => {
  const inData = datasetsIn(doc, "datasets").some(
    ({ value }) =>
      value !== null &&
      typeof value === "object" &&
      !Array.isArray(value) &&
      value.trust_remote_code === true,
  );
  const keys = [
    ...(flagOf(doc, "trust_remote_code") ? ["trust_remote_code"] : []),
    ...(inData ? ["datasets"] : []),
  ];
  return keys.map((key) =>
    warning(
      key,
      "axolotl.remote-code",
      "`trust_remote_code: true` runs Python code that comes with the model or dataset, with all your rights.",
      "Keep it only where you trust its author and nothing loads without it.",
    ),
  );
};

const plugins: Rule = ({ doc, warning }) =>
  listOf(doc, "plugins")
    .filter((name) => !name.startsWith("axolotl.integrations."))
    .map((name) =>
      warning(
        "plugins",
        "axolotl.plugin-foreign",
        `${name} is no plugin of Axolotl's. It runs with all your rights; if it cannot be imported, training goes on without it.`,
        "Look into the log for it.",
        { params: { name } },
      ),
    );

/** Each of them sends the numbers of a run to a service outside; a project's name is enough to switch it on. */
const REPORTS = [
  ["use_wandb", "wandb_project", "Weights & Biases"],
  ["use_comet", "comet_project_name", "Comet"],
  ["use_swanlab", "swanlab_project", "SwanLab"],
] as const;

const network: Rule = ({ doc, warning }) => [
  ...REPORTS.flatMap(([flag, project, name]) => {
    const key = flagOf(doc, flag)
      ? flag
      : textOf(doc, project) !== null && doc.get(flag) !== false
        ? project
        : null;
    if (key === null || textOf(doc, "wandb_mode") === "offline") return [];
    return [
      warning(
        key,
        "axolotl.reports",
        `The numbers of this run are sent to ${name}.`,
        "Remove it to keep them here; Anneal draws the same curves.",
        { params: { name } },
      ),
    ];
  }),
  ...["hub_model_id", "push_dataset_to_hub"]
    .filter((key) => textOf(doc, key) !== null)
    .map((key) =>
      warning(
        key,
        "axolotl.push",
        "The result will be uploaded to the hub.",
        "Remove it to keep the result here.",
      ),
    ),
];

export const safetyRules: readonly Rule[] = [foreignCode, plugins, network];
