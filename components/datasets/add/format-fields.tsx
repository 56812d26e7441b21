// Owns how a dataset is read as a whole: which formatting, and whether answers come in pairs.
"use client";
import {
  type Formatting,
  formattingOf,
  formattings,
  withFormatting,
  withRanking,
} from "@/client/datasets/definition.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Field, FieldLabel } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { DatasetDefinition } from "@/contract/dataset.ts";

export type DefinitionProps = {
  definition: DatasetDefinition;
  onChange: (definition: DatasetDefinition) => void;
};

export function FormatFields({ definition, onChange }: DefinitionProps) {
  const t = useT("datasets");
  const formatting = formattingOf(definition);
  return (
    <div className="flex flex-col gap-2">
      <Field className="w-72 max-w-full">
        <FieldLabel>{t("confirm.formatting")}</FieldLabel>
        <Select<Formatting>
          aria-label={t("confirm.formatting")}
          value={formatting}
          onValueChange={(next) => onChange(withFormatting(definition, next))}
          items={formattings.map((value) => ({ value, label: t(`confirm.formattings.${value}`) }))}
        />
      </Field>
      {formatting === "openai" ? (
        <p className="max-w-prose text-warning text-xs">{t("confirm.openaiWarning")}</p>
      ) : null}
      <Checkbox
        checked={definition.ranking === true}
        onCheckedChange={(ranking) => onChange(withRanking(definition, ranking))}
      >
        {t("confirm.ranking")}
      </Checkbox>
    </div>
  );
}
