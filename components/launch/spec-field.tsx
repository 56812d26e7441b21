// Owns one hyperparameter of the form: its label, its control by kind, its reset and its finding.
"use client";
import { memo } from "react";
import { useLocale } from "@/client/i18n/use-t.ts";
import type { Finding } from "@/client/launch/findings.ts";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { CheckpointControl } from "./checkpoint-control.tsx";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { LoraTargets } from "./lora-targets.tsx";
import { ChoiceControl, SwitchControl, WordsControl } from "./spec-choices.tsx";
import { NumberControlInput, type SpecControlProps, TextControl, ValueControl } from "./spec-controls.tsx";

export type SpecFieldProps = SpecControlProps & {
  finding: Finding | undefined;
  modified: boolean;
  /** The key names modules of the model. */
  isTargets?: boolean;
  /** Where the key is not one of the config's own. */
  id?: string;
};

export const controls = {
  number: NumberControlInput,
  choice: ChoiceControl,
  switch: SwitchControl,
  text: TextControl,
  words: WordsControl,
  checkpoint: CheckpointControl,
  value: ValueControl,
};

/** Redrawn only when its own key changes, however fast the text is typed. */
export const SpecField = memo(function SpecField(props: SpecFieldProps) {
  const { spec, finding, modified, store, isTargets, id = fieldId(spec.path) } = props;
  const locale = useLocale();
  const Control = controls[spec.control.type];
  return (
    <Field
      id={id}
      invalid={isError(finding)}
      className={spec.control.type === "text" && spec.control.lines ? "col-span-full" : undefined}
    >
      <FieldLabel
        help={spec.help[locale]}
        modified={modified}
        onReset={() => store.set({ [spec.path]: undefined })}
      >
        {spec.label[locale]}
      </FieldLabel>
      <Control {...props} />
      <FieldHelp className="sr-only">{spec.help[locale]}</FieldHelp>
      {isTargets ? <LoraTargets path={spec.path} /> : null}
      <FindingLine finding={finding} />
    </Field>
  );
});
