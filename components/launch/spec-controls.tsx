// Owns the four kinds of control a hyperparameter can have. Each writes its key and nothing else.
"use client";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import type { ConfigStore } from "@/client/launch/config-store.ts";
import { readNames, writeNames } from "@/client/launch/dataset-value.ts";
import { choiceValue } from "@/client/launch/field-check.ts";
import { readNumber, showNumber } from "@/client/launch/number-text.ts";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import type { ConfigValue } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";

export type SpecControlProps = {
  spec: FieldSpec;
  value: ConfigValue | undefined;
  draft: string | undefined;
  store: ConfigStore;
};

function plain(value: ConfigValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
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
  const { control } = spec;
  if (control.type !== "text") return null;
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

export function ChoiceControl({ spec, value, store }: SpecControlProps) {
  const t = useT("launch");
  const locale = useLocale();
  const { control, engineDefault } = spec;
  if (control.type !== "choice") return null;
  const byDefault = engineDefault === null ? null : String(engineDefault);
  const items = control.options.map((option) => ({
    value: option.value,
    label: option.label[locale],
    hint: option.value === byDefault ? t("fields.defaultValue") : undefined,
  }));
  const chosen = value === undefined || value === null ? byDefault : plain(value);
  const known = items.some((item) => item.value === chosen);
  return (
    <Select
      value={chosen}
      items={known || chosen === null ? items : [{ value: chosen, label: chosen, hint: undefined }, ...items]}
      onValueChange={(next) => store.set({ [spec.path]: choiceValue(spec, next) })}
    />
  );
}

export function SwitchControl({ spec, value, store }: SpecControlProps) {
  const t = useT("launch");
  const on = typeof value === "boolean" ? value : spec.engineDefault === true;
  return (
    <span className="flex h-8 items-center gap-2 text-muted text-xs pointer-coarse:h-10">
      <Switch checked={on} onCheckedChange={(next) => store.set({ [spec.path]: next })} />
      <span aria-hidden>{on ? t("fields.on") : t("fields.off")}</span>
    </span>
  );
}
