// Owns the controls of a hyperparameter that are typed into: number, text, any value. Each writes its key and nothing else.
"use client";
import { useLocale } from "@/client/i18n/use-t.ts";
import type { FieldStore } from "@/client/launch/config-store.ts";
import { readNames, writeNames } from "@/client/launch/dataset-value.ts";
import { readNumber, showNumber } from "@/client/launch/number-text.ts";
import { readValue, showValue } from "@/client/launch/value-text.ts";
import { Input } from "@/components/ui/input.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { ConfigValue } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";

export type SpecControlProps = {
  spec: FieldSpec;
  value: ConfigValue | undefined;
  draft: string | undefined;
  store: FieldStore;
};

export function plain(value: ConfigValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object"))
    return value.map(String).join(", ");
  return typeof value === "object" ? showValue(value) : String(value);
}

export function NumberControlInput({ spec, value, draft, store }: SpecControlProps) {
  const locale = useLocale();
  const { control } = spec;
  if (control.type !== "number") return null;
  const shown = typeof value === "number" ? showNumber(value, control) : plain(value);
  const { engineDefault } = spec;
  return (
    <Input
      mono
      inputMode={control.integer ? "numeric" : "decimal"}
      autoComplete="off"
      value={draft ?? shown}
      placeholder={typeof engineDefault === "number" ? showNumber(engineDefault, control) : undefined}
      unit={control.unit?.[locale]}
      onChange={(event) => {
        const text = event.target.value;
        const read = readNumber(text, control);
        if (read.kind === "problem") store.type(spec.path, text);
        else store.type(spec.path, text, { value: read.kind === "value" ? read.value : undefined });
      }}
      onBlur={() => {
        if (draft !== undefined && readNumber(draft, control).kind !== "problem") store.dropDraft(spec.path);
      }}
    />
  );
}

export function TextControl({ spec, value, draft, store }: SpecControlProps) {
  const locale = useLocale();
  const { control } = spec;
  if (control.type !== "text") return null;
  if (control.lines)
    return (
      <TextArea
        aria-label={spec.label[locale]}
        value={draft ?? plain(value)}
        placeholder={control.placeholder ?? plain(spec.engineDefault)}
        onValueChange={(text) => store.type(spec.path, text, { value: text === "" ? undefined : text })}
        onBlur={() => store.dropDraft(spec.path)}
      />
    );
  return (
    <Input
      mono
      autoComplete="off"
      spellCheck={false}
      value={draft ?? plain(value)}
      placeholder={control.placeholder ?? plain(spec.engineDefault)}
      onChange={(event) => {
        const text = event.target.value;
        const next = Array.isArray(value) ? writeNames(readNames(text), value) : text.trim() || undefined;
        store.type(spec.path, text, { value: next });
      }}
      onBlur={() => store.dropDraft(spec.path)}
    />
  );
}

export function ValueControl({ spec, value, draft, store }: SpecControlProps) {
  const { control } = spec;
  if (control.type !== "value") return null;
  return (
    <Input
      mono
      autoComplete="off"
      spellCheck={false}
      value={draft ?? showValue(value)}
      placeholder={control.placeholder ?? showValue(spec.engineDefault)}
      onChange={(event) => {
        const text = event.target.value;
        const read = readValue(text);
        if (read.kind === "problem") store.type(spec.path, text);
        else store.type(spec.path, text, { value: read.kind === "value" ? read.value : undefined });
      }}
      onBlur={() => {
        if (draft !== undefined && readValue(draft).kind !== "problem") store.dropDraft(spec.path);
      }}
    />
  );
}
