// Owns the items of the searchable lists and their grouping in the order they come.
import type { ReactNode } from "react";

export type ComboboxItem = {
  value: string;
  label: string;
  hint?: ReactNode;
  group?: string;
  disabled?: boolean;
};

export type ComboboxGroup = { value: string; items: ComboboxItem[] };

export function labelOf(item: ComboboxItem): string {
  return item.label;
}

/** Groups in the order in which their first item comes; items without one stand under no heading. */
export function groupItems(items: readonly ComboboxItem[]): ComboboxGroup[] {
  const groups = new Map<string, ComboboxItem[]>();
  for (const item of items) {
    const name = item.group ?? "";
    const members = groups.get(name);
    if (members) members.push(item);
    else groups.set(name, [item]);
  }
  return [...groups].map(([value, members]) => ({ value, items: members }));
}
