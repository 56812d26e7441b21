// Owns the words that come with templates, model groups and plugins.
"use client";
import type { ReactNode } from "react";
import { templates } from "../messages/en/templates.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { templates };
const zh = async () => ({ templates: (await import("../messages/zh/templates.ts")).templates });

export function TemplatesMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
