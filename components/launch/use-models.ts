// Owns the models and templates to choose from, and which one the config names.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { preferredHub } from "@/client/launch/hub.ts";
import { findModel, textValue } from "@/client/launch/model-lookup.ts";
import { type ModelOption, modelOptions } from "@/client/launch/model-options.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { systemQueries } from "@/client/queries/system.ts";
import type { EngineCatalog } from "@/contract/engine.ts";
import type { Launch } from "./launch-context.tsx";

export type Models = {
  options: readonly ModelOption[];
  catalog: EngineCatalog | null;
  value: string | undefined;
  chosen: ModelOption | undefined;
  find: (value: string) => ModelOption | undefined;
  template: string | undefined;
};

export function useModels({ engine, config }: Pick<Launch, "engine" | "config">): Models {
  const catalog = useQuery(engineQueries.catalog(engine.id)).data ?? null;
  const local = useQuery(libraryQueries.models()).data;
  const home = useQuery(systemQueries.info()).data?.home;
  const hub = preferredHub.use();
  const options = useMemo(() => modelOptions(catalog, local ?? [], hub), [catalog, local, hub]);
  const value = textValue(config.shown.get(engine.roles.model));
  const find = (wanted: string | undefined) => findModel(options, wanted, home);
  return {
    options,
    catalog,
    value,
    chosen: find(value),
    find,
    template: textValue(config.shown.get(engine.roles.template)),
  };
}
