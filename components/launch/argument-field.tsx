// Owns one key of the engine as a row: its name and the words about it on the left, its control on the right.
"use client";
import { memo } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { showValue } from "@/client/launch/value-text.ts";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import type { FieldSpec } from "@/contract/engine.ts";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { LoraTargets } from "./lora-targets.tsx";
import { controls, type SpecFieldProps } from "./spec-field.tsx";

type ArgumentFieldProps = SpecFieldProps & {
  curated: boolean;
  /** The key has a part of the form of its own, which is where findings lead to. */
  elsewhere: boolean;
};

/** Redrawn only when its own key changes. */
export const ArgumentField = memo(function ArgumentField(props: ArgumentFieldProps) {
  const { spec, finding, modified, store, curated, elsewhere, isTargets } = props;
  const locale = useLocale();
  const Control = controls[spec.control.type];
  return (
    <Field
      id={elsewhere ? undefined : fieldId(spec.path)}
      invalid={isError(finding)}
      className="grid gap-x-6 gap-y-1 border-t py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)]"
    >
      <div className="flex min-w-0 flex-col gap-0.5">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <FieldLabel
            className={curated ? "" : "font-mono"}
            modified={modified}
            onReset={() => store.set({ [spec.path]: undefined })}
          >
            {spec.label[locale]}
          </FieldLabel>
          {curated ? <code className="break-all font-mono text-faint text-xs">{spec.path}</code> : null}
        </span>
        <FieldHelp className="break-words">{spec.help[locale]}</FieldHelp>
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <Control spec={spec} value={props.value} draft={props.draft} store={store} />
        <DefaultLine spec={spec} />
        <FindingLine finding={finding} />
      </div>
      {isTargets ? (
        <div className="min-w-0 empty:hidden sm:col-span-2">
          <LoraTargets path={spec.path} />
        </div>
      ) : null}
    </Field>
  );
});

function DefaultLine({ spec }: { spec: FieldSpec }) {
  const t = useT("launch");
  const { engineDefault } = spec;
  const value =
    engineDefault === null || engineDefault === "" ? t("fields.noDefault") : showValue(engineDefault);
  return <p className="break-all text-faint text-xs">{t("fields.default", { value })}</p>;
}
