// Owns the choice of one value from a short list. For search or many values see combobox.tsx.
"use client";
import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";
import { controlClass, optionClass, popupClass, positionerClass } from "./overlay.ts";

type SelectItem<Value extends string> = {
  value: Value;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
};

type SelectProps<Value extends string> = {
  value: Value | null;
  onValueChange: (value: Value) => void;
  items: readonly SelectItem<Value>[];
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
};

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onValueChange, items, placeholder, disabled, className, ...trigger } = props;
  return (
    <BaseSelect.Root
      items={items}
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next)}
      disabled={disabled}
    >
      <BaseSelect.Trigger
        data-slot="select"
        className={cn(controlClass, "flex select-none items-center gap-2 text-left", className)}
        {...trigger}
      >
        <BaseSelect.Value
          className="min-w-0 flex-1 truncate data-placeholder:text-faint"
          placeholder={placeholder}
        />
        <BaseSelect.Icon className="text-faint">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner alignItemWithTrigger={false} sideOffset={4} className={positionerClass}>
          <BaseSelect.Popup
            className={cn(
              popupClass,
              "max-h-(--available-height) min-w-(--anchor-width) max-w-96 overflow-y-auto p-1",
            )}
          >
            {items.map((item) => (
              <BaseSelect.Item
                key={item.value}
                value={item.value}
                disabled={item.disabled}
                className={optionClass}
              >
                <span className="size-4 shrink-0">
                  <BaseSelect.ItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </BaseSelect.ItemIndicator>
                </span>
                <span className="min-w-0 flex-1">
                  <BaseSelect.ItemText className="block truncate">{item.label}</BaseSelect.ItemText>
                  {item.hint ? <span className="block text-muted text-xs">{item.hint}</span> : null}
                </span>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
