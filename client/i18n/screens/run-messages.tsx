// Owns the words that come with the run screen.
"use client";
import type { ReactNode } from "react";
import { run } from "../messages/en/run.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { run };
const zh = async () => ({ run: (await import("../messages/zh/run.ts")).run });

export function RunMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
