// Owns what the datasets of a config become on the other engine: names become mappings, mappings become names again.
// Refuses to register, and to hide a dataset that cannot go along.
import { join } from "node:path";
import type { ConfigDocument, ConfigValue } from "../../contract/config-document.ts";
import type { LocalText } from "../../contract/text.ts";
import type { Translation } from "../../contract/translate.ts";
import { inputPath, type Places } from "../engine-kit/places.ts";
import { listOf, textOf } from "../engine-kit/values.ts";
import type { DatasetService } from "../services.ts";
import { isStudioError } from "../studio-error.ts";
import { type MovedData, text } from "./rule.ts";
import type { PairData } from "./translate-config.ts";

export type Datasets = Pick<DatasetService, "forEngine" | "ofMapping">;
type Moved = MovedData & { waiting: Translation["waiting"] };
type From = { doc: ConfigDocument; data: PairData; places: Places; datasets: Datasets };

export async function namesToMappings({ doc, data, places, datasets }: From, engine: string): Promise<Moved> {
  const folder = textOf(doc, data.folderKey);
  const dir = folder === null ? undefined : inputPath(folder, places);
  const set: Record<string, ConfigValue> = {};
  const notes: LocalText[] = [];
  const unfit: LocalText[] = [];
  const waiting: Translation["waiting"] = [];
  for (const [names, mappings] of data.keys) {
    const entries: ConfigValue[] = [];
    for (const dataset of listOf(doc, names)) {
      const request = { engine, dataset, stage: data.stageOf(doc), ...(dir === undefined ? {} : { dir }) };
      const found = await datasets.forEngine(request).catch((error: unknown) => {
        if (!isStudioError(error)) throw error;
        const { message, hint } = error.body;
        const said = [message, hint].filter(Boolean).join(" ");
        return { status: "unfit" as const, reason: text(said, said) };
      });
      if (found.status === "ready") {
        entries.push(found.mapping);
        notes.push(...found.notes.map((note) => named(dataset, note)));
      } else if (found.status === "unfit") unfit.push(named(dataset, found.reason));
      else waiting.push({ dataset, done: found.done, total: found.total });
    }
    if (entries.length > 0) set[mappings] = entries;
  }
  return { set, notes, reworded: [], unfit, waiting };
}

const named = (dataset: string, { en, zh }: LocalText) => text(`${dataset}: ${en}`, `${dataset}：${zh}`);

export async function mappingsToNames({ doc, data, places, datasets }: From): Promise<Moved> {
  const set: Record<string, ConfigValue> = {};
  const notes: LocalText[] = [];
  const reworded: LocalText[] = [];
  const unfit: LocalText[] = [];
  const folders = new Set<string>();
  for (const [names, mappings] of [...data.keys, ...data.alsoMappings]) {
    const found: string[] = [];
    for (const { path, mapping } of mappingsIn(doc.get(mappings))) {
      const dataset = await datasets.ofMapping(inputPath(path, places));
      if (dataset === null) {
        unfit.push(
          text(
            `${path} is not a registered dataset. Add it on the Datasets page; LLaMA-Factory takes datasets by name.`,
            `${path} 尚未登记为数据集。请在数据集页添加；LLaMA-Factory 按名称使用数据集。`,
          ),
        );
        continue;
      }
      found.push(dataset.name);
      folders.add(dataset.dir);
      const other = data.rewordedBy(mapping, dataset.name);
      if (other !== null) reworded.push(other);
      if (dataset.state !== "current")
        notes.push(
          text(
            `${dataset.name} has changed since the copy that this config names was made; the dataset as it is now is taken.`,
            `${dataset.name} 在该配置所用的副本生成之后有改动；将使用现在的数据集。`,
          ),
        );
    }
    if (found.length > 0) set[names] = found.join(",");
  }
  const [dir, ...others] = folders;
  if (others.length > 0)
    notes.push(
      text(
        "The datasets lie in several folders; a config takes names from one only.",
        "数据集位于多个文件夹；一个配置只能使用其中一个文件夹。",
      ),
    );
  // The home's own is where names are looked up anyway.
  if (dir !== undefined && dir !== join(places.home, "datasets")) set[data.folderKey] = dir;
  return { set, notes, reworded, unfit, waiting: [] };
}

function mappingsIn(value: ConfigValue | undefined) {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) =>
    item !== null && typeof item === "object" && !Array.isArray(item) && typeof item.path === "string"
      ? [{ path: item.path, mapping: item }]
      : [],
  );
}
