// Owns the choice of one value out of many, with search and groups; with allowFreeText the typed text is a value too.
"use client";
import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { ChevronsUpDown } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn.ts";
import { type ComboboxItem, groupItems, labelOf } from "./combobox-items.ts";
import { ComboboxPopup } from "./combobox-popup.tsx";
import { controlClass } from "./overlay.ts";

type ComboboxProps = {
  value: string | null;
  onValueChange: (value: string) => void;
  items: readonly ComboboxItem[];
  placeholder?: string;
  emptyText?: string;
  allowFreeText?: boolean;
  disabled?: boolean;
  mono?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
};

const shownAtMost = 150;

function matches(item: ComboboxItem, text: string): boolean {
  return item.label.toLowerCase().includes(text.toLowerCase());
}

export function Combobox(props: ComboboxProps) {
  const {
    value,
    onValueChange,
    items,
    allowFreeText = false,
    emptyText,
    disabled,
    mono,
    className,
    ...input
  } = props;
  const t = useTranslations("common");
  const [query, setQuery] = useState("");
  const typed = useRef("");
  /** From the first key until something is chosen or the list closes. */
  const typing = useRef(false);

  const text = query.trim();
  /** Text that leads to no item can only be meant as it stands; text that does is more likely a search. */
  const alone = useMemo(() => text !== "" && !items.some((item) => matches(item, text)), [items, text]);
  const offered = useMemo(() => {
    if (!allowFreeText || text === "" || items.some((item) => item.value === text || item.label === text))
      return items;
    return [...items, { value: text, label: text, hint: t("useText", { text }) }];
  }, [allowFreeText, text, items, t]);
  const grouped = useMemo(() => groupItems(offered), [offered]);
  const selected = useMemo(() => {
    if (value === null || value === "") return null;
    return items.find((item) => item.value === value) ?? { value, label: value };
  }, [items, value]);

  const commit = () => {
    const next = typed.current.trim();
    typed.current = "";
    if (next !== "" && next !== selected?.label) onValueChange(next);
  };

  return (
    <BaseCombobox.Root
      items={grouped}
      value={selected}
      isItemEqualToValue={(item: ComboboxItem, other: ComboboxItem) => item.value === other.value}
      itemToStringLabel={labelOf}
      onValueChange={(item: ComboboxItem | null) => {
        typed.current = "";
        typing.current = false;
        if (item) onValueChange(item.value);
      }}
      onInputValueChange={(next, details) => {
        const byHand = details.reason === "input-change";
        // Items that come late would put the chosen one back over what is being typed.
        if (typing.current && details.reason === "none") return details.cancel();
        typing.current = byHand;
        setQuery(byHand ? next : "");
        typed.current = byHand ? next : "";
      }}
      onOpenChange={(open, details) => {
        if (!open) typing.current = false;
        const refused = details.reason === "item-press" || details.reason === "escape-key";
        if (!open && allowFreeText && alone && !refused) commit();
      }}
      limit={shownAtMost}
      autoHighlight
      disabled={disabled}
    >
      <BaseCombobox.InputGroup data-slot="combobox" className={cn("relative w-full min-w-0", className)}>
        <BaseCombobox.Input
          className={cn(controlClass, "pr-8", mono && "font-mono text-xs")}
          onFocus={(event) => event.currentTarget.select()}
          {...input}
        />
        <BaseCombobox.Trigger
          aria-label={t("open")}
          tabIndex={-1}
          className="absolute inset-y-0 right-0 grid w-8 place-items-center text-faint hover:text-foreground"
        >
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </BaseCombobox.Trigger>
      </BaseCombobox.InputGroup>
      <ComboboxPopup emptyText={emptyText ?? t("noResults")} shownAtMost={shownAtMost} />
    </BaseCombobox.Root>
  );
}
