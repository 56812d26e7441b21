// Owns the choice of one of a few values that need a sentence each.
"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

type RadioItem<Value extends string> = {
  value: Value;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};

type RadioGroupProps<Value extends string> = {
  value: Value | null;
  onValueChange: (value: Value) => void;
  items: readonly RadioItem<Value>[];
  className?: string;
  "aria-label"?: string;
};

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { value, onValueChange, items, className, ...group } = props;
  return (
    <BaseRadioGroup
      data-slot="radio-group"
      value={value ?? undefined}
      onValueChange={(next) => onValueChange(next)}
      className={cn("flex flex-col gap-1", className)}
      {...group}
    >
      {items.map((item) => (
        <Choice key={item.value} item={item} />
      ))}
    </BaseRadioGroup>
  );
}

function Choice({ item }: { item: RadioItem<string> }) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-6 items-start gap-2 py-0.5 text-sm">
      <Radio.Root
        id={id}
        value={item.value}
        disabled={item.disabled}
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-border-strong bg-surface transition-colors data-disabled:opacity-50 data-checked:border-accent data-checked:bg-accent"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-accent-foreground" />
      </Radio.Root>
      <span className="min-w-0">
        {item.label}
        {item.hint ? <span className="block text-muted text-xs">{item.hint}</span> : null}
      </span>
    </label>
  );
}
