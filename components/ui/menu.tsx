// Owns a list of actions behind one trigger.
"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";
import { Kbd } from "./kbd.tsx";
import { groupLabelClass, optionClass, popupClass, positionerClass } from "./overlay.ts";

type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom" | "left";
};

/** `<Menu trigger={<Button …/>}><MenuItem …/></Menu>` */
export function Menu({ trigger, children, align = "end", side = "bottom" }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} side={side} sideOffset={4} className={positionerClass}>
          <BaseMenu.Popup
            data-slot="menu"
            className={cn(popupClass, "max-h-(--available-height) min-w-44 max-w-80 overflow-y-auto p-1")}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

const itemClass = cn(optionClass, "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted");

type MenuItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  onClick?: () => void;
  /** A link in place of a button: `render={<Link href=…/>}`. */
  render?: ReactElement;
};

export function MenuItem({ children, icon, hint, keys, danger, ...props }: MenuItemProps) {
  return (
    <BaseMenu.Item
      data-slot="menu-item"
      className={cn(itemClass, danger && "text-danger [&_svg]:text-danger")}
      {...props}
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{children}</span>
        {hint ? <span className="block text-muted text-xs">{hint}</span> : null}
      </span>
      {keys ? <Kbd>{keys}</Kbd> : null}
    </BaseMenu.Item>
  );
}

type MenuCheckboxItemProps = {
  children: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  /** For one choice out of several; a choice of many keeps the menu open. */
  closeOnClick?: boolean;
};

export function MenuCheckboxItem({ children, onCheckedChange, ...props }: MenuCheckboxItemProps) {
  return (
    <BaseMenu.CheckboxItem
      data-slot="menu-checkbox-item"
      className={itemClass}
      onCheckedChange={(checked) => onCheckedChange(checked)}
      {...props}
    >
      <span className="size-4 shrink-0">
        <BaseMenu.CheckboxItemIndicator>
          <Check aria-hidden />
        </BaseMenu.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </BaseMenu.CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <BaseMenu.Group data-slot="menu-group">
      <BaseMenu.GroupLabel className={groupLabelClass}>{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator data-slot="menu-separator" className="-mx-1 my-1 h-px bg-border" />;
}
