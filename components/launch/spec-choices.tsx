// Owns the controls of a hyperparameter that are chosen from: one word, several words, on or off.
"use client";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { readNames } from "@/client/launch/dataset-value.ts";
import { choiceValue } from "@/client/launch/field-check.ts";
import { readValue } from "@/client/launch/value-text.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import type { ComboboxItem } from "@/components/ui/combobox-items.ts";
import { MultiSelect } from "@/components/ui/multi-select.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import type { ConfigValue } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";
import { useLaunch } from "./launch-context.tsx";
import { plain, type SpecControlProps } from "./spec-controls.tsx";
import { useDatasets } from "./use-datasets.ts";

/** Stands for no value at all, where the engine takes that too. */
const NONE = "";

export function ChoiceControl({ spec, value, store }: SpecControlProps) {
  const t = useT("launch");
  const locale = useLocale();
  const { control, engineDefault } = spec;
  if (control.type !== "choice") return null;
  const byDefault = engineDefault === null ? NONE : String(engineDefault);
  const items = control.options.map((option) => ({
    value: option.value,
    label: option.label[locale],
    hint: option.value === byDefault ? t("fields.defaultValue") : undefined,
  }));
  if (engineDefault === null) items.unshift({ value: NONE, label: t("fields.none"), hint: undefined });
  const chosen = value === undefined || value === null ? byDefault : plain(value);
  if (control.open)
    return (
      <Combobox
        value={chosen === NONE ? null : chosen}
        items={items}
        allowFreeText
        placeholder={t("fields.none")}
        onValueChange={(next) =>
          store.set({ [spec.path]: next === NONE ? undefined : openValue(spec, next) })
        }
      />
    );
  const known = items.some((item) => item.value === chosen);
  return (
    <Select
      value={chosen}
      items={known ? items : [{ value: chosen, label: chosen, hint: undefined }, ...items]}
      onValueChange={(next) =>
        store.set({ [spec.path]: next === NONE ? undefined : choiceValue(spec, next) })
      }
    />
  );
}

/** Beside its usual words such a key may take a mapping or a list, typed as YAML. */
function openValue(spec: FieldSpec, typed: string): ConfigValue {
  const read = /^[{[]/.test(typed) ? readValue(typed) : null;
  return read?.kind === "value" ? read.value : choiceValue(spec, typed);
}

export function WordsControl(props: SpecControlProps) {
  const locale = useLocale();
  const { control } = props.spec;
  if (control.type !== "words") return null;
  const { options } = control;
  if (options === "datasets") return <DatasetWords {...props} />;
  const items = options.map(({ value, label }) => ({ value, label: label[locale] }));
  return <Words {...props} items={items} />;
}

function DatasetWords(props: SpecControlProps) {
  const { entries } = useDatasets(useLaunch());
  const items = entries.map(({ name, problem }) => ({
    value: name,
    label: name,
    hint: problem ?? undefined,
    disabled: problem !== null,
  }));
  return <Words {...props} items={items} />;
}

function Words({ spec, value, store, items }: SpecControlProps & { items: readonly ComboboxItem[] }) {
  const t = useT("launch");
  return (
    <MultiSelect
      value={readNames(value).filter((word) => word !== "none")}
      items={items}
      placeholder={t("fields.none")}
      onValueChange={(words) =>
        store.set({ [spec.path]: words.length > 1 ? words : words.length === 1 ? words[0] : undefined })
      }
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
