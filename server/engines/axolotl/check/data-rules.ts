// Owns judging the lists of datasets: what is there, of what kind it is, and whether the kind fits the training.
import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import type { Problem } from "../../../../contract/problem.ts";
import { textOf } from "../../../engine-kit/values.ts";
import { DATASET_KEYS, type DatasetMapping, datasetsIn, wordOf } from "../dataset-entries.ts";
import { dataPath } from "../plan-train.ts";
import type { Rule, Subject } from "./subject.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".json": "json",
  ".jsonl": "json",
  ".csv": "csv",
  ".parquet": "parquet",
  ".arrow": "arrow",
  ".txt": "text",
};

const someData: Rule = ({ doc, error }) => {
  const given = ["datasets", "pretraining_dataset"].filter((key) => doc.get(key));
  if (given.length === 0)
    return [
      error(
        "datasets",
        "axolotl.no-data",
        "No dataset is chosen yet.",
        "Choose one, or list it under `datasets` with its `path` and `type`.",
      ),
    ];
  return DATASET_KEYS.filter(
    (key) => doc.get(key) && !Array.isArray(doc.get(key)) && key !== "pretraining_dataset",
  ).map((key) =>
    error(
      key,
      "axolotl.data-no-list",
      `\`${key}\` is a list of mappings, each with a \`path\`; here is something else.`,
      "Write: - path: file.json, then type: alpaca below it.",
      { params: { key } },
    ),
  );
};

function judge(subject: Subject, entry: DatasetMapping): Problem[] {
  const { error, warning, places, doc } = subject;
  const { key, at, path } = entry;
  const number = at + 1;
  if (path === null)
    return [
      error(
        key,
        "axolotl.data-no-path",
        `Dataset ${number} in \`${key}\` has no \`path\`.`,
        "Give it the path of a file or an id of the hub.",
        {
          params: { key, number },
        },
      ),
    ];
  const found: Problem[] = [];
  const file = dataPath(path, places);
  const isCopy = file?.startsWith(join(subject.context.home, "translated", "/")) === true;
  if (file !== null && isCopy && !existsSync(file))
    found.push(
      error(
        key,
        "axolotl.copy-gone",
        `The copy that dataset ${number} names is not there any more: ${file}`,
        "Choose the dataset again; a new copy is written.",
        { params: { number, path: file } },
      ),
    );
  else if (file !== null && !existsSync(file))
    found.push(
      error(key, "axolotl.data-not-found", `There is no dataset ${file}.`, "Correct its `path`.", {
        params: { path: file },
      }),
    );
  const kind = file === null ? undefined : TYPES[extname(file).toLowerCase()];
  if (kind !== undefined && wordOf(entry.value, "ds_type") === null)
    found.push(
      warning(
        key,
        "axolotl.data-no-kind",
        `Nothing says of what kind the file of dataset ${number} is; Axolotl may take it for something else.`,
        `Add \`ds_type: ${kind}\` to it.`,
        { params: { number, kind } },
      ),
    );
  const type = wordOf(entry.value, "type");
  if (type?.startsWith("sharegpt"))
    found.push(
      error(
        key,
        "axolotl.data-sharegpt",
        `Dataset ${number} is of type \`${type}\`, which Axolotl has given up.`,
        "Use `type: chat_template`, with `message_property_mappings` where roles and texts have other names.",
        { params: { number, type } },
      ),
    );
  const rl = textOf(doc, "rl");
  if (rl !== null && (type === "alpaca" || type === "completion"))
    found.push(
      error(
        key,
        "axolotl.data-not-preference",
        `Dataset ${number} is of type \`${type}\`, which holds no preferences for ${rl.toUpperCase()}.`,
        "Use a type for preferences, such as `chat_template.default`.",
        { params: { number, type, rl: rl.toUpperCase() } },
      ),
    );
  else if (rl !== null && type !== null && isOfOtherTraining(rl, type))
    found.push(
      error(
        key,
        "axolotl.data-other-preference",
        `Dataset ${number} is of type \`${type}\`, which Axolotl does not have for ${rl.toUpperCase()}.`,
        "Choose the dataset again from your list: it is written for the training that is chosen then.",
        { params: { number, type, rl: rl.toUpperCase() } },
      ),
    );
  return found;
}

/** Each of its trainings looks for types in a folder of its own; only types that another one has are judged. */
function isOfOtherTraining(rl: string, type: string): boolean {
  if (rl === "orpo") return /^(?:chat_template\.(?!argilla$)|chatml\.|llama3\.)/.test(type);
  if (rl === "kto") return type.startsWith("chat_template.");
  return ["dpo", "ipo", "simpo"].includes(rl) && type === "chat_template.argilla";
}

const everySet: Rule = (subject) =>
  DATASET_KEYS.flatMap((key) => datasetsIn(subject.doc, key)).flatMap((entry) => judge(subject, entry));

export const dataRules: readonly Rule[] = [someData, everySet];
