// Owns the models and templates to choose from, and which one the config names.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { findModel, textValue } from "@/client/launch/model-lookup.ts";
import { type ModelOption, modelOptions } from "@/client/launch/model-options.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { systemQueries } from "@/client/queries/system.ts";
import type { EngineCatalog } from "@/contract/engine.ts";
import { useLaunch } from "./launch-context.tsx";

export type Models = {
  options: readonly ModelOption[];
  catalog: EngineCatalog | null;
  value: string | undefined;
  chosen: ModelOption | undefined;
  find: (value: string) => ModelOption | undefined;
  template: string | undefined;
};

export function useModels(): Models {
  const { engine, config } = useLaunch();
  const catalog = useQuery(engineQueries.catalog(engine.id)).data ?? null;
  const local = useQuery(libraryQueries.models()).data;
  const home = useQuery(systemQueries.info()).data?.home;
  const options = useMemo(() => modelOptions(catalog, local ?? []), [catalog, local]);
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
