// Owns the list under a searchable field; one for Combobox and MultiSelect.
"use client";
import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "./cn.ts";
import type { ComboboxGroup, ComboboxItem } from "./combobox-items.ts";
import { groupLabelClass, optionClass, popupClass, positionerClass } from "./overlay.ts";

type ComboboxPopupProps = { emptyText: string; shownAtMost: number };

export function ComboboxPopup({ emptyText, shownAtMost }: ComboboxPopupProps) {
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} className={positionerClass}>
        <BaseCombobox.Popup
          data-slot="combobox-popup"
          className={cn(
            popupClass,
            "flex max-h-[min(24rem,var(--available-height))] w-(--anchor-width) min-w-56 flex-col",
          )}
        >
          <BaseCombobox.Empty className="px-3 text-muted text-sm not-empty:py-3">
            {emptyText}
          </BaseCombobox.Empty>
          <BaseCombobox.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain not-empty:p-1">
            {(group: ComboboxGroup) => (
              <BaseCombobox.Group key={group.value} items={group.items}>
                {group.value === "" ? null : (
                  <BaseCombobox.GroupLabel className={groupLabelClass}>{group.value}</BaseCombobox.GroupLabel>
                )}
                <BaseCombobox.Collection>
                  {(item: ComboboxItem) => <Option key={item.value} item={item} />}
                </BaseCombobox.Collection>
              </BaseCombobox.Group>
            )}
          </BaseCombobox.List>
          <MoreNote shownAtMost={shownAtMost} />
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}

function Option({ item }: { item: ComboboxItem }) {
  return (
    <BaseCombobox.Item value={item} disabled={item.disabled} className={optionClass}>
      <span className="size-4 shrink-0">
        <BaseCombobox.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </BaseCombobox.ItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.hint ? <span className="max-w-1/2 shrink-0 truncate text-faint text-xs">{item.hint}</span> : null}
    </BaseCombobox.Item>
  );
}

function MoreNote({ shownAtMost }: { shownAtMost: number }) {
  const t = useTranslations("common");
  const shown = BaseCombobox.useFilteredItems<ComboboxGroup>().reduce(
    (sum, group) => sum + group.items.length,
    0,
  );
  if (shown < shownAtMost) return null;
  return <p className="border-t px-3 py-1.5 text-faint text-xs">{t("showingSome", { shown })}</p>;
}
