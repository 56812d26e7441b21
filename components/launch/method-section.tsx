// Owns the choice of the training method, with a line on the one that is chosen.
"use client";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { Field, FieldHelp } from "@/components/ui/field.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { FindingLine, isError } from "./field-error.tsx";
import { fieldId } from "./field-id.ts";
import { useFinding, useLaunch } from "./launch-context.tsx";
import { Section } from "./section.tsx";

export function MethodSection() {
  const t = useT("launch");
  const locale = useLocale();
  const { engine, store, config } = useLaunch();
  const path = engine.roles.method;
  const finding = useFinding(path);
  const value = String(config.shown.get(path) ?? engine.methods[0]?.value ?? "");
  const chosen = engine.methods.find((method) => method.value === value);
  return (
    <Section title={t("section.method")} help={t("section.methodHelp")}>
      <Field id={fieldId(path)} invalid={isError(finding)}>
        <Segmented
          aria-label={t("method.label")}
          value={value}
          onValueChange={(next) => store.set({ [path]: next })}
          items={engine.methods.map((method) => ({ value: method.value, label: method.label[locale] }))}
        />
        <FieldHelp>{chosen?.help[locale]}</FieldHelp>
        <FindingLine finding={finding} />
      </Field>
    </Section>
  );
}
