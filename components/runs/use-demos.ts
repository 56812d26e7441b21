// Owns where the demos of this studio's engines are. Refuses to draw.
"use client";
import { useQuery } from "@tanstack/react-query";
import { lastEngine } from "@/client/launch/first-engine.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { type Demo, demoHref } from "./run-links.ts";

/** By the demo's name; null where there is none, or while nobody knows. */
export function useDemos(): Record<Demo, string | null> {
  const { data: engines = [] } = useQuery(engineQueries.list());
  const { data: presets = [] } = useQuery(libraryQueries.presets());
  const known = { engines, presets, last: lastEngine.use() };
  return { text: demoHref("text", known), vision: demoHref("vision", known) };
}
