// Owns the words that come with the dataset screens.
"use client";
import type { ReactNode } from "react";
import { dataset } from "../messages/en/dataset.ts";
import { datasets } from "../messages/en/datasets.ts";
import { ScreenMessages } from "./screen-messages.tsx";

const en = { dataset, datasets };
const zh = async () => {
  const [one, all] = await Promise.all([
    import("../messages/zh/dataset.ts"),
    import("../messages/zh/datasets.ts"),
  ]);
  return { dataset: one.dataset, datasets: all.datasets };
};

export function DatasetsMessages({ children }: { children: ReactNode }) {
  return (
    <ScreenMessages en={en} zh={zh}>
      {children}
    </ScreenMessages>
  );
}
