// Owns one question of an engine in a dialog: a choice, a number, on or off, or a line of text. Refuses configs.
"use client";
import { useState } from "react";
import { useLocale } from "@/client/i18n/use-t.ts";
import { Field, FieldHelp, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import type { FieldSpec } from "@/contract/engine.ts";
import type { FollowValues } from "@/contract/follow.ts";

type Value = FollowValues[string];
type FollowFieldProps = {
  spec: FieldSpec;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
};

export function FollowField(props: FollowFieldProps) {
  const locale = useLocale();
  const { spec } = props;
  return (
    <Field>
      <FieldLabel>{spec.label[locale]}</FieldLabel>
      <Control {...props} />
      <FieldHelp>{spec.help[locale]}</FieldHelp>
    </Field>
  );
}

function Control({ spec, value, onChange }: FollowFieldProps) {
  const locale = useLocale();
  const { control } = spec;
  if (control.type === "switch") return <Switch checked={value === true} onCheckedChange={onChange} />;
  if (control.type === "choice")
    return (
      <Select
        value={String(value ?? "")}
        onValueChange={onChange}
        items={control.options.map((option) => ({ value: option.value, label: option.label[locale] }))}
        aria-label={spec.label[locale]}
      />
    );
  return <Line isNumber={control.type === "number"} value={value} onChange={onChange} />;
}

/** What is typed stands as typed; only a whole number counts as one. */
function Line({ isNumber, value, onChange }: Omit<FollowFieldProps, "spec"> & { isNumber: boolean }) {
  const [text, setText] = useState(value === undefined ? "" : String(value));
  return (
    <Input
      mono
      inputMode={isNumber ? "decimal" : undefined}
      value={text}
      onValueChange={(typed) => {
        setText(typed);
        const number = Number(typed);
        onChange(typed.trim() === "" ? undefined : isNumber && Number.isFinite(number) ? number : typed);
      }}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
