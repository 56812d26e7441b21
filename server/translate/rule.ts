// Owns what a rule of a translation is: some keys of one engine, the keys of the other, and a function each way.
// Refuses to know any engine's keys.
import { type ConfigDocument, type ConfigValue, valueText } from "../../contract/config-document.ts";
import type { LocalText } from "../../contract/text.ts";
import type { TranslationOutcome, TranslationTopic } from "../../contract/translate.ts";

export type Values = Readonly<Record<string, ConfigValue>>;

/** A dataset list on its way: what the other engine calls it, or why it cannot. */
export type MovedData = {
  /** Keys of the config that name data, and what they become. */
  set: Values;
  notes: readonly LocalText[];
  /** Of each dataset that is learnt in other words there. */
  reworded: readonly LocalText[];
  /** Of each dataset that cannot go along. */
  unfit: readonly LocalText[];
};

export type Source = {
  doc: ConfigDocument;
  /** The run will be on the CPU. */
  onCpu: boolean;
  /** More than one process will train. */
  isParallel: boolean;
  /** The model reads pictures. */
  isMultimodal: boolean;
  data: MovedData;
  /** The template that the target engine knows for the model; left out where it knows none. */
  modelTemplate?: string;
};

/** What becomes of some keys. `from` names keys that are not there too: what the engine does without them is meant. */
export type Move = {
  outcome: TranslationOutcome;
  from: readonly string[];
  set: Values;
  why: LocalText;
  /** What is left would train something else. */
  stops?: true;
};

export type Direction = (source: Source) => readonly Move[];

/** `there`: from the first engine to the second. `keys`: every key that the rule answers for, on each side. */
export type Rule = {
  topic: TranslationTopic;
  keys: readonly [first: readonly string[], second: readonly string[]];
  there: Direction;
  back: Direction;
};

export const text = (en: string, zh: string): LocalText => ({ en, zh });

export const has = (doc: ConfigDocument, key: string): boolean =>
  doc.get(key) !== undefined && doc.get(key) !== null;

export const sameThing = text("The same thing under this name.", "同一件事，只是名称不同。");

export const carried = (from: readonly string[], set: Values, why: LocalText = sameThing): Move => ({
  outcome: "carried",
  from,
  set,
  why,
});
export const changed = (from: readonly string[], set: Values, why: LocalText): Move => ({
  outcome: "changed",
  from,
  set,
  why,
});
export const added = (from: readonly string[], set: Values, why: LocalText): Move => ({
  outcome: "added",
  from,
  set,
  why,
});
export const lost = (from: readonly string[], why: LocalText): Move => ({
  outcome: "lost",
  from,
  set: {},
  why,
});

/** Lost, and with it what the training is for. */
export const impossible = (from: readonly string[], why: LocalText): Move => ({
  ...lost(from, why),
  stops: true,
});

export type Names = readonly [first: string, second: string];

/** Why a default is written out: what each engine takes without the key. */
export function unlike(
  from: string,
  takes: ConfigValue,
  to: string,
  would: ConfigValue | undefined,
): LocalText {
  const value = valueText(takes);
  const other = would === undefined ? null : valueText(would);
  return text(
    `Written out: without it ${from} takes ${value}, ${to} ${other ?? "has no value"}.`,
    `写明：不写时 ${from} 取 ${value}，${to} ${other === null ? "没有默认值" : `取 ${other}`}。`,
  );
}

type PairOptions = {
  /** What each engine takes without the key, where they differ. */
  defaults?: readonly [first: ConfigValue | undefined, second: ConfigValue | undefined];
  why?: LocalText;
};

/** Makes rules for keys that mean the same on both sides. */
export function pairing(names: Names) {
  return (topic: TranslationTopic, first: string, second: string, options: PairOptions = {}): Rule => {
    const way = (here: 0 | 1): Direction => {
      const [from, to] = here === 0 ? [first, second] : [second, first];
      const there = here === 0 ? 1 : 0;
      return ({ doc }) => {
        const value = doc.get(from);
        if (value !== undefined && value !== null) return [carried([from], { [to]: value }, options.why)];
        const { defaults } = options;
        if (!defaults) return [];
        const takes = defaults[here];
        if (takes === undefined) return [];
        return [added([from], { [to]: takes }, unlike(names[here], takes, names[there], defaults[there]))];
      };
    };
    return { topic, keys: [[first], [second]], there: way(0), back: way(1) };
  };
}
