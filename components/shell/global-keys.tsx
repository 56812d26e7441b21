// Owns the one key listener of the page. A key typed into a field stays there; a key under an open window belongs to it.
"use client";
import { useEffect } from "react";
import { currentCommands } from "@/client/commands.ts";
import { matchKeys, nameOf } from "./keys.ts";
import { closeOverlay, openOverlay } from "./overlays.ts";

const pairWithinMs = 900;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]",
    ) !== null
  );
}

function focusSearch(): boolean {
  for (const field of document.querySelectorAll<HTMLElement>("[data-search]")) {
    if (field.offsetParent === null) continue;
    field.focus();
    return true;
  }
  return false;
}

const own = [
  { keys: "mod+k", run: () => openOverlay("palette") },
  { keys: "/", run: focusSearch },
];

export function GlobalKeys() {
  // External system: the keyboard.
  useEffect(() => {
    let prefix = "";
    let prefixAt = 0;
    const listen = (event: KeyboardEvent) => {
      const name = nameOf({ key: event.key, mod: event.ctrlKey || event.metaKey, alt: event.altKey });
      if (name === null || event.defaultPrevented || event.isComposing) return;
      const underWindow = document.querySelector("[role=dialog], [role=alertdialog], [role=menu]") !== null;
      if (name === "mod+k" && document.querySelector("[data-palette]")) {
        event.preventDefault();
        closeOverlay();
        return;
      }
      if (underWindow || (isTyping(event.target) && !name.startsWith("mod+"))) return;
      if (event.timeStamp - prefixAt > pairWithinMs) prefix = "";
      const match = matchKeys([...own, ...currentCommands()], prefix, name);
      prefix = match.kind === "wait" ? match.prefix : "";
      prefixAt = event.timeStamp;
      if (match.kind !== "run") return;
      event.preventDefault();
      match.item.run();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
