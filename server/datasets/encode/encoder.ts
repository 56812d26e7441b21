// Owns asking an engine's own code how rows are written for a model. Refuses to trust an answer unread.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { type EncodeSettings, Encoding } from "../../../contract/dataset-scan.ts";
import type { EngineHost } from "../../engine-interface/host.ts";
import type { RecordReader } from "../record-file.ts";
import { mappedRows } from "./mapped-rows.ts";
import { createPictureSizes } from "./picture-sizes.ts";
import { picturesOf } from "./row-pictures.ts";

const Dropped = z.object({ status: z.literal("dropped"), reason: z.string() });
const Counted = z.object({
  status: z.literal("counted"),
  length: z.number(),
  kept: z.number(),
  learned: z.number(),
  isCut: z.boolean(),
  cutsMedia: z.boolean(),
});
const Details = z.object({ rows: z.array(Encoding) });
const Figures = z.object({ rows: z.array(z.discriminatedUnion("status", [Counted, Dropped])) });
export type RowFigures = z.infer<typeof Figures>["rows"][number];

export type EncodingEngines = Pick<EngineHost, "get" | "ask" | "additions">;
export type EncodeSource = {
  dir: string;
  definition: DatasetDefinition;
  files: readonly { path: string }[];
  reader: RecordReader;
};

export type Encoder = {
  detail(rows: readonly unknown[]): Promise<Encoding[]>;
  figures(rows: readonly unknown[]): Promise<RowFigures[]>;
};

/** A config names the studio's own models by their place in the home. */
function folderOf(model: string, home: string): string {
  const path = resolve(home, model.replace(/^~(?=\/|$)/, homedir()));
  return existsSync(path) ? path : model;
}

/** Throws engine.not-ready, engine.refused (no such model, no processor, wrong stage) or engine.failed. */
export async function createEncoder(
  engines: EncodingEngines,
  { dir, definition, files, reader }: EncodeSource,
  settings: EncodeSettings,
  home: string,
): Promise<Encoder> {
  const { engine, template, ...rest } = settings;
  const model = folderOf(settings.model, home);
  const added = (await engines.additions?.(engine))?.templates.find(({ name }) => name === template);
  const gridOf = engines.get(engine).pictureGrids?.(model, settings.options) ?? null;
  const sizeOf = createPictureSizes();

  /** Null where a picture has to be decoded, and for rows without one. */
  async function gridsOf(row: unknown): Promise<unknown[] | null> {
    const sources = gridOf && definition.columns?.images ? picturesOf(row, definition)?.sources : undefined;
    if (!gridOf || !sources || sources.length === 0) return null;
    const sizes = await Promise.all(sources.map((source) => sizeOf(dir, source)));
    const grids = sizes.map((size) => (size === null ? null : gridOf(size)));
    return grids.includes(null) ? null : grids;
  }

  const common = { settings: { ...rest, model, template: added ?? template }, dir };
  const mapped = await mappedRows(engines.get(engine), { dir, definition, files, reader }, settings.stage);

  async function ask(rows: readonly unknown[], detail: boolean, grids?: unknown[]): Promise<unknown> {
    const question = mapped === null ? { definition, ...(grids && { grids }) } : mapped.question;
    return engines.ask(engine, "encode", { ...common, ...question, rows, detail });
  }

  /** Rows as the engine would find them in its own file; those that are not in it are not asked about. */
  async function answers<Answer>(
    rows: readonly unknown[],
    read: (asked: readonly unknown[]) => Promise<(Answer | z.infer<typeof Dropped>)[]>,
  ): Promise<(Answer | z.infer<typeof Dropped>)[]> {
    if (mapped === null) return read(rows);
    const written = rows.map(mapped.write);
    const found = await read(written.flatMap((each) => ("row" in each ? [each.row] : [])));
    let next = 0;
    return written.flatMap((each) => {
      if ("reason" in each) return [{ status: "dropped" as const, reason: each.reason }];
      const answer = found[next];
      next += 1;
      return answer === undefined ? [] : [answer];
    });
  }

  return {
    detail: (rows) => answers(rows, async (asked) => Details.parse(await ask(asked, true)).rows),
    async figures(rows) {
      if (rows.length === 0) return [];
      const grids = mapped === null ? await Promise.all(rows.map(gridsOf)) : undefined;
      return answers(rows, async (asked) => Figures.parse(await ask(asked, false, grids)).rows);
    },
  };
}
