// Owns the short way to write one form field down. Refuses fields without help in both languages.
import type { FieldControl, FieldSpec } from "../../../../contract/engine.ts";
import type { LocalText } from "../../../../contract/text.ts";

type Words = { label: LocalText; help: LocalText; when?: FieldSpec["when"] };
type NumberWords = Words & Omit<Extract<FieldControl, { type: "number" }>, "type" | "integer">;

export const text = (en: string, zh: string): LocalText => ({ en, zh });

const field = (
  group: string,
  path: string,
  engineDefault: FieldSpec["engineDefault"],
  control: FieldControl,
  words: Words,
): FieldSpec => ({
  path,
  group,
  label: words.label,
  help: words.help,
  control,
  engineDefault,
  ...(words.when ? { when: words.when } : {}),
});

/** The ways to make a field of `group`. */
export function fieldsOf(group: string) {
  const number =
    (integer: boolean) =>
    (path: string, engineDefault: number | null, { label, help, when, ...range }: NumberWords): FieldSpec =>
      field(group, path, engineDefault, { type: "number", integer, ...range }, { label, help, when });
  return {
    integer: number(true),
    decimal: number(false),
    flag: (path: string, engineDefault: boolean | null, words: Words): FieldSpec =>
      field(group, path, engineDefault, { type: "switch" }, words),
    line: (
      path: string,
      engineDefault: string | null,
      { placeholder, ...words }: Words & { placeholder?: string },
    ): FieldSpec => field(group, path, engineDefault, { type: "text", placeholder }, words),
    choice: (
      path: string,
      engineDefault: string,
      { options, ...words }: Words & { options: [value: string, en: string, zh: string][] },
    ): FieldSpec =>
      field(
        group,
        path,
        engineDefault,
        { type: "choice", options: options.map(([value, en, zh]) => ({ value, label: text(en, zh) })) },
        words,
      ),
  };
}
