// Owns handing the engine and everything that can be chosen of it to the parts of these tabs.
"use client";
import { createContext, use } from "react";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Additions } from "@/contract/template.ts";

type Known = { engine: EngineDescription; additions: Additions };

export const AdditionsContext = createContext<Known | null>(null);

export function useAdditions(): Known {
  const known = use(AdditionsContext);
  if (known === null) throw new Error("This part stands inside AdditionsContext.");
  return known;
}
