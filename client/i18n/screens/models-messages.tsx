// Owns the words that come with the models screen.
"use client";
import type { ReactNode } from "react";
import { models } from "../messages/en/models.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { models };
const zh = async () => ({ models: (await import("../messages/zh/models.ts")).models });

export function ModelsMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
