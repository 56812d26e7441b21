// Owns applying a list of rules to a config: rows for the table, and the text of the other engine's config.
// Refuses to drop a key in silence: what no rule answers for is told as lost.
import {
  type ConfigDocument,
  type ConfigValue,
  readConfig,
  valueText,
} from "../../contract/config-document.ts";
import type { DatasetStage } from "../../contract/dataset-for-engine.ts";
import type { LocalText } from "../../contract/text.ts";
import type { Setting, TranslationRow, TranslationTopic } from "../../contract/translate.ts";
import { configText } from "./config-text.ts";
import type { Rule, Source } from "./rule.ts";

/** How each side names its datasets: by name in a folder, or as a list of mappings. */
export type PairData = {
  /** Keys of datasets to learn from and to evaluate on, on each side. */
  keys: readonly (readonly [first: string, second: string])[];
  /** A list of the second engine that the first one has under a key of `keys` as well. */
  alsoMappings: readonly (readonly [first: string, second: string])[];
  /** The key of the folder that names are looked up in. */
  folderKey: string;
  stageOf(doc: ConfigDocument): DatasetStage;
  /** Why the rows of a registered dataset, mapped so, are not the words that its name stands for; null where they are. */
  rewordedBy(mapping: Readonly<Record<string, ConfigValue>>, dataset: string): LocalText | null;
  /** Keys of the model, on each side. */
  model: readonly [first: string, second: string];
  /** A key that only a config for a model with pictures has. */
  hints: RegExp;
};

export type Pair = {
  engines: readonly [first: string, second: string];
  names: readonly [first: string, second: string];
  rules: readonly Rule[];
  data: PairData;
  /** Why a key of each side that no rule answers for stays behind. */
  leftBehind: readonly [
    first: (key: string) => { topic: TranslationTopic; why: LocalText },
    second: (key: string) => { topic: TranslationTopic; why: LocalText },
  ];
};

export type Translated = { config: string; rows: TranslationRow[] };

const ORDER: readonly TranslationTopic[] = [
  "model",
  "method",
  "preference",
  "media",
  "data",
  "training",
  "precision",
  "saving",
  "devices",
  "other",
];

export function translateConfig(pair: Pair, from: string, source: Source): Translated {
  const here = pair.engines[0] === from ? 0 : 1;
  const { doc } = source;
  const told = pair.rules.flatMap(({ topic, there, back }) => {
    const moves = (here === 0 ? there : back)(source);
    return moves.map((move) => ({ topic, ...move }));
  });
  const answered = new Set(told.flatMap((move) => move.from));
  const setting = (key: string): Setting => {
    const value = doc.get(key);
    return { key, value: value === undefined || value === null ? "" : valueText(value) };
  };
  const rows = told.map(
    ({ topic, outcome, from: keys, set, why, stops }): TranslationRow => ({
      topic,
      outcome,
      from: keys.map(setting),
      to: Object.entries(set).map(([key, value]) => ({ key, value: shown(value) })),
      why,
      stops: stops ?? false,
    }),
  );
  const rest = doc.keys
    .filter((key) => !answered.has(key) && doc.get(key) !== null)
    .map((key): TranslationRow => {
      const { topic, why } = pair.leftBehind[here](key);
      return { topic, outcome: "lost", from: [setting(key)], to: [], why, stops: false };
    });
  const all = [...rows, ...rest].sort((a, b) => ORDER.indexOf(a.topic) - ORDER.indexOf(b.topic));
  const sections = ORDER.map((topic) => ({
    topic,
    moves: told.filter((move) => move.topic === topic && Object.keys(move.set).length > 0),
  }));
  return { config: configText(pair.names[here], sections), rows: all };
}

const shown = (value: ConfigValue): string => (value === null ? "" : valueText(value));

export const sourceOf = (config: string, rest: Omit<Source, "doc">): Source => ({
  doc: readConfig(config),
  ...rest,
});
