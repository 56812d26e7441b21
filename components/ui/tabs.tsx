// Owns tabs. Which one is open belongs to the caller (usually the URL).
"use client";
import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

type WithClass<Props> = Omit<Props, "className"> & { className?: string };

type TabsProps<Value extends string> = {
  value: Value;
  onValueChange: (value: Value) => void;
  children: ReactNode;
  className?: string;
};

export function Tabs<Value extends string>({ value, onValueChange, className, children }: TabsProps<Value>) {
  return (
    <BaseTabs.Root
      data-slot="tabs"
      value={value}
      onValueChange={(next) => onValueChange(next)}
      className={cn("flex min-w-0 flex-col", className)}
    >
      {children}
    </BaseTabs.Root>
  );
}

export function TabList({ className, ...props }: WithClass<BaseTabs.List.Props>) {
  return (
    <BaseTabs.List
      data-slot="tab-list"
      className={cn("flex gap-4 overflow-x-auto border-b", className)}
      {...props}
    />
  );
}

export function Tab({ className, ...props }: WithClass<BaseTabs.Tab.Props>) {
  return (
    <BaseTabs.Tab
      data-slot="tab"
      className={cn(
        "-mb-px inline-flex h-9 select-none items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 text-muted text-sm outline-offset-[-2px] transition-colors hover:text-foreground data-active:border-accent data-active:text-foreground pointer-coarse:h-11",
        className,
      )}
      {...props}
    />
  );
}

export function TabPanel({ className, ...props }: WithClass<BaseTabs.Panel.Props>) {
  return (
    <BaseTabs.Panel data-slot="tab-panel" className={cn("min-w-0 outline-none", className)} {...props} />
  );
}
