// Owns a small set of every fault a dataset can have, each in a row of its own between good ones, written as a dataset folder.
// For tests only.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { chatCases } from "./broken-chats.ts";
import { columnCases, pairCases, verdictCases } from "./broken-columns.ts";
import { partCases } from "./broken-parts.ts";
import type { BrokenRow, BrokenSet } from "./broken-row.ts";
import { textCases } from "./broken-texts.ts";

export const brokenSets: readonly BrokenSet[] = [
  ...chatCases,
  ...columnCases,
  ...pairCases,
  ...verdictCases,
  ...partCases,
  ...textCases,
];

export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A good row before each broken one, and one at the end where a line may follow. Row numbers come back. */
export function writeBrokenSets(folder: string): { set: BrokenSet; row: number; broken: BrokenRow }[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "good.png"), PICTURE);
  writeFileSync(join(folder, "empty.png"), "");
  writeFileSync(join(folder, "pointer.png"), "version https://git-lfs.github.com/spec/v1\n");
  writeFileSync(join(folder, "page.png"), "<html></html>");
  const places = [];
  const info: Record<string, DatasetDefinition> = {};
  for (const set of brokenSets) {
    const lines: Buffer[] = [];
    for (const broken of set.rows) {
      lines.push(Buffer.from(set.good), Buffer.from(broken.line));
      places.push({ set, row: lines.length - 1, broken });
    }
    const isCut = set.rows.at(-1)?.isLast === true;
    if (!isCut) lines.push(Buffer.from(set.good));
    const bytes = lines.flatMap((line, index) => (index === 0 ? [line] : [Buffer.from("\n"), line]));
    writeFileSync(
      join(folder, `${set.name}.jsonl`),
      Buffer.concat([...bytes, Buffer.from(isCut ? "" : "\n")]),
    );
    info[set.name] = { file_name: `${set.name}.jsonl`, ...set.definition };
  }
  writeFileSync(join(folder, "dataset_info.json"), JSON.stringify(info, null, 2));
  return places;
}
