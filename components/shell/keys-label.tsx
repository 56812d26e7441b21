// Owns how a command's keys are drawn: "mod+enter" as Ctrl ⏎ (⌘ ⏎ on a Mac).
"use client";
import { useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd.tsx";

const never = () => () => undefined;

/** Which sign the main modifier has on this machine. */
function useModKey(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}

function keyName(key: string, mod: string): string {
  if (key === "mod") return mod;
  if (key === "enter") return "⏎";
  if (key === "escape") return "Esc";
  return key.length === 1 ? key.toUpperCase() : key;
}

export function KeysLabel({ keys }: { keys: string }) {
  const mod = useModKey();
  return (
    <span className="flex shrink-0 gap-0.5">
      {keys.split(/[ +]/).map((key) => (
        <Kbd key={key}>{keyName(key, mod)}</Kbd>
      ))}
    </span>
  );
}
