// Owns the engines as everybody else sees them: what the user and the examples add stands among what the engine knows.
// Refuses to hide where a thing comes from.
import type { ChatTemplate, EngineCatalog, ModelGroup } from "../../contract/engine.ts";
import type { AdditionOrigin, ModelGroupEntry, TemplateEntry } from "../../contract/template.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import { createAdditionStore } from "./addition-store.ts";
import { knownFromCatalog } from "./engine-knowledge.ts";

/** The name of a base model: it was never shown a template, so none follows it. */
const BASE = /(?:^|[-_.])base(?:$|[-_.])/i;

const templateOf = ({ origin, definition }: TemplateEntry): ChatTemplate => ({
  name: definition.name,
  multimodal: definition.mm_plugin !== undefined && definition.mm_plugin.name !== "base",
  plugin: definition.mm_plugin?.name ?? null,
  reasoning: /reasoning/i.test(definition.template_class ?? ""),
  origin,
});

function groupOf({ origin, definition }: ModelGroupEntry): ModelGroup {
  const { name, models, template = null, multimodal = false } = definition;
  return {
    id: name,
    template,
    multimodal,
    origin,
    models: Object.entries(models).map(([model, hub]) => ({
      name: model,
      hub,
      template: BASE.test(model) ? null : template,
      multimodal,
    })),
  };
}

/** `wrap` is called once, when the engines are there. */
export function createAddedHost(home: string) {
  let own: EngineHost | null = null;
  const store = createAdditionStore({
    home,
    knowledge: async (id) => {
      const catalog = (await own?.catalog(id)) ?? null;
      return catalog && knownFromCatalog(catalog, (await own?.templates(id)) ?? null);
    },
  });

  async function catalog(host: EngineHost, id: string): Promise<EngineCatalog | null> {
    const known = await host.catalog(id);
    if (!known) return null;
    const all = await store.list(id);
    const added = (origin: AdditionOrigin) => ({
      templates: all.templates.filter((entry) => entry.origin === origin && entry.problem === null),
      groups: all.groups.filter((entry) => entry.origin === origin && entry.problem === null),
    });
    const [user, example] = [added("user"), added("example")];
    return {
      ...known,
      templates: [
        ...user.templates.map(templateOf),
        ...known.templates,
        ...example.templates.map(templateOf),
      ],
      // Of two groups with one hub id the first is what a list shows: a person's own, and never an example.
      groups: [...user.groups.map(groupOf), ...known.groups, ...example.groups.map(groupOf)],
    };
  }

  return {
    store,
    wrap(host: EngineHost): EngineHost {
      own = host;
      return { ...host, additions: (id) => store.usable(id), catalog: (id) => catalog(host, id) };
    },
  };
}
