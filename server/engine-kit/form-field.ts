// Owns the short way to write one form field down. Refuses fields without help in both languages.
import type { FieldControl, FieldSpec } from "../../contract/engine.ts";
import type { LocalText } from "../../contract/text.ts";

type Words = {
  label: LocalText;
  help: LocalText;
  when?: FieldSpec["when"];
  /** Not among what most people set. */
  advanced?: boolean;
};
type Option = [value: string, en: string, zh: string];
type NumberWords = Words & Omit<Extract<FieldControl, { type: "number" }>, "type" | "integer">;

export const text = (en: string, zh: string): LocalText => ({ en, zh });

/** `when`: another key has one of these values. */
export const only = (path: string, ...oneOf: (string | number | boolean)[]) => ({ path, oneOf });

const optionsOf = (options: readonly Option[]) =>
  options.map(([value, en, zh]) => ({ value, label: text(en, zh) }));

const field = (
  group: string,
  path: string,
  engineDefault: FieldSpec["engineDefault"],
  control: FieldControl,
  { label, help, when, advanced = false }: Words,
): FieldSpec => ({
  path,
  group,
  label,
  help,
  control,
  engineDefault,
  level: advanced ? "advanced" : "basic",
  ...(when ? { when } : {}),
});

/** The ways to make a field of `group`; `common` holds for each of them. */
export function fieldsOf(group: string, common: Pick<Words, "when" | "advanced"> = {}) {
  const number =
    (integer: boolean) =>
    (
      path: string,
      engineDefault: number | null,
      { label, help, when, advanced, ...range }: NumberWords,
    ): FieldSpec => {
      const words = { label, help, when: when ?? common.when, advanced: advanced ?? common.advanced };
      return field(group, path, engineDefault, { type: "number", integer, ...range }, words);
    };
  return {
    integer: number(true),
    decimal: number(false),
    flag: (path: string, engineDefault: boolean | null, words: Words): FieldSpec =>
      field(group, path, engineDefault, { type: "switch" }, { ...common, ...words }),
    line: (
      path: string,
      engineDefault: string | null,
      { placeholder, lines, ...words }: Words & { placeholder?: string; lines?: boolean },
    ): FieldSpec =>
      field(
        group,
        path,
        engineDefault,
        { type: "text", placeholder, ...(lines ? { lines } : {}) },
        { ...common, ...words },
      ),
    checkpoint: (path: string, { placeholder, ...words }: Words & { placeholder?: string }): FieldSpec =>
      field(group, path, null, { type: "checkpoint", placeholder }, { ...common, ...words }),
    value: (path: string, { placeholder, ...words }: Words & { placeholder?: string }): FieldSpec =>
      field(group, path, null, { type: "value", placeholder }, { ...common, ...words }),
    choice: (
      path: string,
      engineDefault: string | null,
      { options, open, ...words }: Words & { options: readonly Option[]; open?: boolean },
    ): FieldSpec =>
      field(
        group,
        path,
        engineDefault,
        { type: "choice", options: optionsOf(options), ...(open ? { open } : {}) },
        { ...common, ...words },
      ),
    words: (
      path: string,
      engineDefault: string | null,
      { options, ...words }: Words & { options: readonly Option[] | "datasets" },
    ): FieldSpec =>
      field(
        group,
        path,
        engineDefault,
        { type: "words", options: options === "datasets" ? options : optionsOf(options) },
        { ...common, ...words },
      ),
  };
}
