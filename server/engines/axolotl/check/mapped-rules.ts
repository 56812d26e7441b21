// Owns judging the files behind the lists of datasets: copies that are out of date, and rows that the engine would stop at.
// Silent about what nobody looked at.
import type { Problem } from "../../../../contract/problem.ts";
import type { MappedData } from "../../../engine-interface/data.ts";
import { DATASET_KEYS, type DatasetMapping, datasetsIn, wordOf } from "../dataset-entries.ts";
import { dataPath } from "../plan-train.ts";
import type { Subject } from "./subject.ts";

/** Pictures that are addresses: their hosts are asked. The second is what other engines refuse. */
export const ADDRESS_FAULTS: readonly string[] = ["media.url", "media.url-refused"];

export type Mapped = { entry: DatasetMapping; data: MappedData | null };

export async function mappedIn({ doc, places, context }: Subject): Promise<Mapped[]> {
  const entries = DATASET_KEYS.flatMap((key) => datasetsIn(doc, key));
  return Promise.all(
    entries.map(async (entry) => {
      const file = entry.path === null ? null : dataPath(entry.path, places);
      return { entry, data: file === null ? null : ((await context.mapped?.(file)) ?? null) };
    }),
  );
}

/** Rows of everything that is learnt from; one set that nobody knows makes the sum unknown. */
export function rowsOf(mapped: readonly Mapped[]): number | null {
  const learnt = mapped.filter(({ entry }) => entry.key === "datasets");
  if (learnt.length === 0) return null;
  return learnt.reduce<number | null>((sum, { entry, data }) => {
    const rows = data?.rows ?? null;
    return sum === null || rows === null ? null : sum + sliced(rows, wordOf(entry.value, "split"));
  }, 0);
}

/** "train[:100]" and "train[:10%]" take the first of them; other slices are not counted. */
function sliced(rows: number, split: string | null): number {
  const [, count, percent] = /\[:(\d+)(%?)\]$/.exec(split ?? "") ?? [];
  if (count === undefined) return rows;
  return Math.min(rows, percent === "%" ? Math.round((rows * Number(count)) / 100) : Number(count));
}

export function mappedProblems(subject: Subject, { entry, data }: Mapped): Problem[] {
  if (data === null) return [];
  const { key, at } = entry;
  const name = data.dataset ?? entry.path ?? "";
  const number = at + 1;
  if (data.state === "stale")
    return [
      subject.warning(
        key,
        "axolotl.copy-stale",
        `The copy of \`${name}\` is older than the dataset or its definition: the run would learn what it said before.`,
        "Choose the dataset again; a new copy is written.",
        { params: { name, number } },
      ),
    ];
  if (data.state === "unregistered")
    return [
      subject.warning(
        key,
        "axolotl.copy-unregistered",
        `The file of dataset ${number} is a copy of \`${name}\`, which is no longer registered or cannot be read.`,
        "The copy still works. Register the dataset again to have it kept up to date.",
        { params: { name, number } },
      ),
    ];
  return rowProblems(subject, key, name, data.faults);
}

/** One for each kind of fault, with its first row. */
function rowProblems(subject: Subject, key: string, name: string, faults: MappedData["faults"]): Problem[] {
  const codes = [...new Set(faults.map(({ code }) => code))].filter((code) => !ADDRESS_FAULTS.includes(code));
  return codes.flatMap((code) => {
    const same = faults.filter((fault) => fault.code === code);
    const [first] = same;
    if (first === undefined) return [];
    const row = first.row + 1;
    const find = first.severity === "error" ? subject.error : subject.warning;
    const more = same.length > 1 ? ` It is so in ${same.length} places of the first rows.` : "";
    return find(
      key,
      `axolotl.row-${code.replace(".", "-")}`,
      `Row ${row} of \`${name}\`: ${first.message}${more}`,
      "Correct the row, or see all of them with a check of the dataset.",
      { params: { ...first.params, name, row } },
    );
  });
}
