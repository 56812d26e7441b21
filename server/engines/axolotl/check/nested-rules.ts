// Owns judging what stands inside a dataset's mapping and inside lists: names that the engine drops without a word, and
// words that fail only when the data is read. Refuses to look at the data.
import { didYouMean, nearest, nearestParams } from "../../../engine-kit/nearest.ts";
import { DATASET_KEYS, datasetsIn, wordOf } from "../dataset-entries.ts";
import { datasetEntries } from "../known-words.ts";
import type { Rule } from "./subject.ts";

const KINDS = ["json", "csv", "parquet", "text", "arrow"] as const;
const EOS = ["all", "turn", "last", "none"] as const;

const entryNames: Rule = ({ doc, error }) =>
  DATASET_KEYS.flatMap((key) => datasetsIn(doc, key)).flatMap(({ key, at, value }) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
    return Object.keys(value)
      .filter((name) => !datasetEntries.includes(name))
      .map((name) => {
        const alike = nearest(name, datasetEntries);
        return error(
          key,
          "axolotl.data-key-unknown",
          `Dataset ${at + 1} has a key \`${name}\`, which Axolotl drops without a word.`,
          didYouMean(alike) || "Correct or remove it.",
          { params: { name, number: at + 1, ...nearestParams(alike) } },
        );
      });
  });

const entryWords: Rule = ({ doc, error }) =>
  DATASET_KEYS.flatMap((key) => datasetsIn(doc, key)).flatMap(({ key, at, value }) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return [];
    const number = at + 1;
    const wrong = (
      [
        ["ds_type", KINDS],
        ["train_on_eos", EOS],
        ["train_on_eot", EOS],
      ] as const
    ).flatMap(([name, allowed]) => {
      const word = wordOf(value, name);
      if (word === null || allowed.some((each) => each === word)) return [];
      const alike = nearest(word, allowed);
      return [
        error(
          key,
          "axolotl.data-word",
          `Dataset ${number} says \`${name}: ${word}\`; Axolotl knows ${allowed.join(", ")}.`,
          didYouMean(alike) || "Choose one of them.",
          { params: { number, name, word, allowed: allowed.join(", "), ...nearestParams(alike) } },
        ),
      ];
    });
    const roles = value.roles_to_train;
    const noList = roles !== undefined && roles !== null && !Array.isArray(roles);
    const jinja = wordOf(value, "chat_template") === "jinja" && wordOf(value, "chat_template_jinja") === null;
    return [
      ...wrong,
      ...(noList
        ? [
            error(
              key,
              "axolotl.data-roles",
              `\`roles_to_train\` of dataset ${number} is a list, such as [assistant].`,
              "Put it in brackets.",
              { params: { number } },
            ),
          ]
        : []),
      ...(jinja
        ? [
            error(
              key,
              "axolotl.data-no-jinja",
              `Dataset ${number} takes the template \`jinja\`, and its \`chat_template_jinja\` is missing.`,
              "Write the template, or the path of its file, there.",
              { params: { number } },
            ),
          ]
        : []),
    ];
  });

/** A text where a list belongs is taken letter by letter. */
const lists: Rule = ({ doc, error }) =>
  ["plugins", "lora_modules_to_save"]
    .filter((key) => typeof doc.get(key) === "string")
    .map((key) =>
      error(key, "axolotl.no-list", `\`${key}\` is a list, and here is a text.`, "Write it in brackets.", {
        params: { key },
        fix: { value: [String(doc.get(key))] },
      }),
    );

export const nestedRules: readonly Rule[] = [entryNames, entryWords, lists];
