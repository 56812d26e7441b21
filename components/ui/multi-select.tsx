// Owns the choice of several values out of a list, shown as chips in the order chosen.
"use client";
import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { X } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn.ts";
import { type ComboboxItem, groupItems, labelOf } from "./combobox-items.ts";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { controlClass } from "./overlay.ts";

type MultiSelectProps = {
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  items: readonly ComboboxItem[];
  placeholder?: string;
  emptyText?: string;
  disabled?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
};

const shownAtMost = 150;

export function MultiSelect(props: MultiSelectProps) {
  const { value, onValueChange, items, placeholder, emptyText, disabled, className, ...input } = props;
  const t = useTranslations("common");
  const grouped = useMemo(() => groupItems(items), [items]);
  const selected = useMemo(
    () => value.map((each) => items.find((item) => item.value === each) ?? { value: each, label: each }),
    [items, value],
  );
  return (
    <BaseCombobox.Root
      multiple
      items={grouped}
      value={selected}
      isItemEqualToValue={(item: ComboboxItem, other: ComboboxItem) => item.value === other.value}
      itemToStringLabel={labelOf}
      onValueChange={(next: ComboboxItem[]) => onValueChange(next.map((item) => item.value))}
      limit={shownAtMost}
      autoHighlight
      disabled={disabled}
    >
      <BaseCombobox.InputGroup
        data-slot="multi-select"
        className={cn(
          controlClass,
          "flex h-auto min-h-8 items-center px-1 py-0.5 focus-within:outline-2 focus-within:outline-ring focus-within:-outline-offset-1 pointer-coarse:h-auto pointer-coarse:min-h-10",
          className,
        )}
      >
        <BaseCombobox.Chips className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {selected.map((item) => (
            <BaseCombobox.Chip
              key={item.value}
              aria-label={item.label}
              className="flex h-6 min-w-0 max-w-full items-center rounded-sm bg-surface-2 pl-2 text-xs data-highlighted:outline-2 data-highlighted:outline-ring focus-within:outline-2 focus-within:outline-ring"
            >
              <span className="truncate">{item.label}</span>
              <BaseCombobox.ChipRemove
                aria-label={t("remove", { name: item.label })}
                className="grid size-6 shrink-0 place-items-center text-faint hover:text-foreground"
              >
                <X aria-hidden className="size-3" />
              </BaseCombobox.ChipRemove>
            </BaseCombobox.Chip>
          ))}
          <BaseCombobox.Input
            placeholder={selected.length === 0 ? placeholder : undefined}
            className="h-6 min-w-20 flex-1 bg-transparent px-1.5 text-sm outline-none"
            {...input}
          />
        </BaseCombobox.Chips>
      </BaseCombobox.InputGroup>
      <ComboboxPopup emptyText={emptyText ?? t("noResults")} shownAtMost={shownAtMost} />
    </BaseCombobox.Root>
  );
}
