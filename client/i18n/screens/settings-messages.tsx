// Owns the words that come with the settings screen.
"use client";
import type { ReactNode } from "react";
import { settings } from "../messages/en/settings.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { settings };
const zh = async () => ({ settings: (await import("../messages/zh/settings.ts")).settings });

export function SettingsMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
