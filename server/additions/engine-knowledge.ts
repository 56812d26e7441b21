// Owns what an engine tells of its own templates and model groups, in the shapes of definitions. Refuses to start it.
import type { EngineCatalog } from "../../contract/engine.ts";
import type { ModelGroupDefinition } from "../../contract/template.ts";
import type { EngineTemplates } from "../engine-interface/questions.ts";

export type EngineKnowledge = EngineTemplates & { groups: readonly ModelGroupDefinition[] };

/** `own` is left out by engines that tell no more of a template than its name. */
export function knownFromCatalog(catalog: EngineCatalog, own: EngineTemplates | null): EngineKnowledge {
  return {
    templates: catalog.templates.map(({ name, plugin }) => ({
      name,
      ...(plugin === null ? {} : { mm_plugin: { name: plugin } }),
    })),
    groups: catalog.groups.map(({ id, models, template, multimodal }) => ({
      name: id,
      models: Object.fromEntries(models.map(({ name, hub }) => [name, hub])),
      ...(template === null ? {} : { template }),
      ...(multimodal ? { multimodal } : {}),
    })),
    pluginNames: [...new Set(catalog.templates.flatMap(({ plugin }) => plugin ?? []))].sort(),
    toolFormats: [],
    templateClasses: [],
    ...own,
  };
}
