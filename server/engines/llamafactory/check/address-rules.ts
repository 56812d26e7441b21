// Owns judging pictures that are addresses in the first rows of the named datasets: this engine opens files only, and dies there.
// Refuses the network.
import { join } from "node:path";
import { namedDatasets, readList } from "./named-datasets.ts";
import type { Rule } from "./subject.ts";

export const addressRules: readonly Rule[] = [
  async (subject) => {
    const { context, stage, error } = subject;
    if (!context.mapped || stage === "pt") return [];
    const named = await namedDatasets(subject);
    const dir = (await readList(subject))?.dir ?? "";
    const found = await Promise.all(
      named.map(async ({ key, dataset: { name, file, media } }) => {
        if (!file || !media || media.length === 0) return [];
        const data = await context.mapped?.(join(dir, file));
        const faults = data?.faults.filter(({ code }) => code === "media.url-refused") ?? [];
        const [first] = faults;
        if (first === undefined) return [];
        const params = {
          name,
          row: first.row + 1,
          source: String(first.params?.source),
          count: faults.length,
        };
        return [
          error(
            key,
            "dataset.address",
            `Row ${params.row} of \`${name}\`: ${params.source} is an address. LLaMA-Factory opens files only, so the run would die there.`,
            "Download what the rows name, and give the paths of the files.",
            { params },
          ),
        ];
      }),
    );
    return found.flat();
  },
];
