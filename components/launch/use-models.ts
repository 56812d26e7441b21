// Owns the models and templates to choose from, and which one the config names.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { preferredHub } from "@/client/launch/hub.ts";
import { hintedFolder, withLent } from "@/client/launch/lent-models.ts";
import { findModel, textValue } from "@/client/launch/model-lookup.ts";
import { type ModelOption, modelOptions } from "@/client/launch/model-options.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { systemQueries } from "@/client/queries/system.ts";
import type { EngineCatalog, EngineDescription } from "@/contract/engine.ts";
import type { Launch } from "./launch-context.tsx";

export type Models = {
  options: readonly ModelOption[];
  catalog: EngineCatalog | null;
  value: string | undefined;
  chosen: ModelOption | undefined;
  find: (value: string) => ModelOption | undefined;
  template: string | undefined;
  /** The template that fits any model that can chat; null where the engine has none. */
  generic: string | null;
};

const noHints: NonNullable<EngineDescription["templateHints"]> = [];

/** Models are the same for all engines: one that lists none shows those of another. */
function useCatalog({ id, templateHints = noHints }: EngineDescription): EngineCatalog | null {
  const own = useQuery(engineQueries.catalog(id)).data;
  const lender = useQuery(engineQueries.list()).data?.find(
    (other) => other.id !== id && other.health.status === "ready",
  )?.id;
  const lent = useQuery({
    ...engineQueries.catalog(lender ?? ""),
    enabled: own?.groups.length === 0 && lender !== undefined,
  }).data;
  return useMemo(() => (own ? withLent(own, lent, templateHints) : null), [own, lent, templateHints]);
}

export function useModels({ engine, config }: Pick<Launch, "engine" | "config">): Models {
  const catalog = useCatalog(engine);
  const folders = useQuery(libraryQueries.models()).data;
  const { templateHints } = engine;
  const local = useMemo(
    () => (templateHints ? folders?.map((model) => hintedFolder(templateHints, model)) : folders),
    [folders, templateHints],
  );
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
    generic: templateHints?.find(({ model }) => model === "")?.template ?? null,
    template: textValue(config.shown.get(engine.roles.template)),
  };
}
