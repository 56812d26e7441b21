// Owns what the edges may ask about two engines: a config translated, and what will really happen with one.
// Refuses to start, to register and to guess.
import { existsSync } from "node:fs";
import { type ConfigDocument, readConfig } from "../../contract/config-document.ts";
import type { EngineCatalog } from "../../contract/engine.ts";
import type { RunSpec } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import { modelFacts } from "../engine-kit/model-facts.ts";
import { modelPath, type Places } from "../engine-kit/places.ts";
import { textOf } from "../engine-kit/values.ts";
import type { RunService } from "../runs/run-service.ts";
import type { DatasetService, TranslateService } from "../services.ts";
import { StudioError } from "../studio-error.ts";
import { pairs } from "./index.ts";
import { mappingsToNames, namesToMappings } from "./move-data.ts";
import { createOutlook } from "./outlook.ts";
import { type Pair, translateConfig } from "./translate-config.ts";

type Parts = {
  home: string;
  engines: Pick<EngineHost, "get" | "ask" | "catalog">;
  datasets: Pick<DatasetService, "forEngine" | "ofMapping">;
  runs: Pick<RunService, "preview">;
  hasGpu: () => Promise<boolean>;
};

const modelOf = (pair: Pair, doc: ConfigDocument): string | null =>
  pair.data.model.map((key) => textOf(doc, key)).find((value) => value !== null) ?? null;

function templateOf(catalog: EngineCatalog | null, model: string | null): { modelTemplate?: string } {
  const models = catalog?.groups.flatMap((group) => group.models) ?? [];
  const template = models.find(({ hub }) => Object.values(hub).includes(model ?? ""))?.template;
  return template ? { modelTemplate: template } : {};
}

export function createTranslator(parts: Parts): TranslateService {
  const { home, engines, datasets, hasGpu } = parts;

  /** Its pictures decide how the adapter and the data are said. */
  function isMultimodal(
    pair: Pair,
    spec: RunSpec,
    places: Places,
    catalogs: (EngineCatalog | null)[],
  ): boolean {
    const doc = readConfig(spec.config);
    const model = modelOf(pair, doc);
    const folder = model === null ? null : modelPath(model, places);
    const facts = folder === null ? null : modelFacts(folder);
    if (facts !== null) return facts.multimodal;
    if (doc.keys.some((key) => pair.data.hints.test(key))) return true;
    const models = catalogs.flatMap((catalog) => catalog?.groups.flatMap((group) => group.models) ?? []);
    return models.some(({ hub, multimodal }) => multimodal && Object.values(hub).includes(model ?? ""));
  }

  return {
    async translate({ spec, to }) {
      const pair = pairs.find(({ engines: both }) => both.includes(spec.engine) && both.includes(to));
      const from = engines.get(spec.engine);
      const target = engines.get(to);
      if (!pair || from.id === to)
        throw new StudioError({
          code: "request.invalid",
          message: `A config of ${from.name} cannot be translated to ${target.name}.`,
        });
      const doc = readConfig(spec.config);
      const [broken] = doc.problems;
      if (broken)
        throw new StudioError({
          code: "request.invalid",
          message: `The config cannot be read: ${broken.message}`,
          hint: broken.hint ?? "Correct the text first.",
        });
      const places = { baseDir: spec.baseDir ?? null, home, exists: existsSync };
      const known = { doc, data: pair.data, places, datasets };
      const data =
        from.id === pair.engines[0] ? await namesToMappings(known, to) : await mappingsToNames(known);
      const catalogs = await Promise.all(pair.engines.map((id) => engines.catalog(id)));
      const { device } = spec;
      const { config, rows } = translateConfig(pair, from.id, {
        doc,
        data,
        onCpu: device.type === "cpu" || (device.type === "auto" && !(await hasGpu())),
        isParallel: device.type === "gpu" && device.ids.length > 1,
        isMultimodal: isMultimodal(pair, spec, places, catalogs),
        ...templateOf(catalogs.find((catalog) => catalog?.engine === to) ?? null, modelOf(pair, doc)),
      });
      return { from: from.id, to, config, rows, waiting: data.waiting };
    },
    outlook: createOutlook(parts),
  };
}
