// Owns the words that come with the pages for two engines; their charts speak as those of a run.
"use client";
import type { ReactNode } from "react";
import { compare } from "../messages/en/compare.ts";
import { run } from "../messages/en/run.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { compare, run };
const zh = async () => {
  const [compareWords, runWords] = await Promise.all([
    import("../messages/zh/compare.ts"),
    import("../messages/zh/run.ts"),
  ]);
  return { compare: compareWords.compare, run: runWords.run };
};

export function CompareMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
