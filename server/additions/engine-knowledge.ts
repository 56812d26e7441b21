// Owns what an engine tells of its own templates and model groups, in the shapes of definitions. Refuses to start it.
import type { EngineCatalog } from "../../contract/engine.ts";
import type { Additions, ModelGroupDefinition, TemplateDefinition } from "../../contract/template.ts";

export type EngineKnowledge = {
  templates: readonly TemplateDefinition[];
  groups: readonly ModelGroupDefinition[];
} & Pick<Additions, "pluginNames" | "toolFormats" | "templateClasses">;

export function knownFromCatalog(catalog: EngineCatalog): EngineKnowledge {
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
  };
}
