// Owns J and K: the focus goes to the next or the previous row's link. Enter is the link's own.
"use client";
import { type RefObject, useEffect } from "react";

const steps: Record<string, number> = { j: 1, k: -1 };

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return true;
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true]") !== null
  );
}

export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  // External system: the keyboard.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const step = steps[event.key.toLowerCase()];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isElsewhere(event.target)) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
      if (links.length === 0) return;
      const row = document.activeElement?.closest("tr, li");
      const at = links.findIndex((link) => row?.contains(link) === true);
      const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
      event.preventDefault();
      links[next]?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [list]);
}
