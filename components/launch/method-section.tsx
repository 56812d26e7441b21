// Owns the choice of what kind of training it is and how much of the model is trained, with a line on each.
"use client";
import { memo, useMemo } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { choiceOf, choiceValueOf } from "@/client/launch/choice.ts";
import { cn } from "@/components/ui/cn.ts";
import { Field, FieldHelp } from "@/components/ui/field.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { ConfigChoice } from "@/contract/engine.ts";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { useFinding, useLaunch } from "./launch-context.tsx";
import { Section } from "./section.tsx";

export const MethodSection = memo(function MethodSection() {
  const t = useT("launch");
  const { engine } = useLaunch();
  return (
    <Section title={t("section.method")} help={t("section.methodHelp")}>
      <Choice path={engine.roles.stage} label={t("stage.label")} choices={engine.stages} />
      <Choice path={engine.roles.method} label={t("method.label")} choices={engine.methods} />
    </Section>
  );
});

/** No empty place in a row of few; more of them stand in rows of three. */
const narrowColumns = (count: number) =>
  count === 4 ? "max-sm:grid-cols-4" : count === 2 ? "max-sm:grid-cols-2" : "max-sm:grid-cols-3";

type ChoiceProps = { path: string; label: string; choices: readonly ConfigChoice[] };

function Choice({ path, label, choices }: ChoiceProps) {
  const locale = useLocale();
  const { store, config } = useLaunch();
  const finding = useFinding(path);
  const chosen = choiceOf(choices, config.shown.get(path));
  const value = chosen?.value ?? String(config.shown.get(path));
  // Its many parts are drawn anew only when the choice is: they look their labels up in the whole page.
  const control = useMemo(
    () => (
      <Segmented
        aria-label={label}
        className={cn(
          "max-sm:grid max-sm:h-auto max-sm:w-full max-sm:pointer-coarse:h-auto max-sm:[&>*]:min-h-8",
          narrowColumns(choices.length),
        )}
        value={value}
        onValueChange={(next) => store.set({ [path]: choiceValueOf(next) })}
        items={choices.map((choice) => ({
          value: choice.value,
          label: choice.label[locale],
          disabled: choice.unavailable !== undefined && choice.value !== value,
        }))}
      />
    ),
    [label, choices, value, path, store, locale],
  );
  if (choices.length === 0) return null;
  return (
    <Field id={fieldId(path)} invalid={isError(finding)}>
      {/* Not the field's label: that would name each of the choices. */}
      <span aria-hidden className="font-medium text-sm">
        {label}
      </span>
      {control}
      {chosen ? <FieldHelp>{chosen.help[locale]}</FieldHelp> : null}
      {choices.map(({ value: word, label: name, unavailable }) =>
        unavailable ? (
          <FieldHelp key={word} className="text-faint">
            {name[locale]}: {unavailable[locale]}
          </FieldHelp>
        ) : null,
      )}
      <FindingLine finding={finding} />
    </Field>
  );
}
