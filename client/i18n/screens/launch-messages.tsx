// Owns the words that come with the launch screen.
"use client";
import type { ReactNode } from "react";
import { launch } from "../messages/en/launch.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { launch };
const zh = async () => ({ launch: (await import("../messages/zh/launch.ts")).launch });

export function LaunchMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
