// Owns judging whether the pictures of the datasets fit under the cutoff: a run whose picture tokens are cut dies at that row.
// Refuses guesses: only what is certain from sizes and words alone; the token view of a dataset knows the rest.
import type { TemplateDefinition } from "../../../../contract/template.ts";
import type { RowPictures } from "../../../engine-interface/data.ts";
import { modelPath } from "../../../engine-kit/places.ts";
import { flagOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { imageReader, type PixelLimits, USUAL_LIMITS } from "../media/image-reader.ts";
import { imageTokens } from "../media/image-tokens.ts";
import { namedDatasets, readList } from "./named-datasets.ts";
import type { Rule } from "./subject.ts";

const USUAL_CUTOFF = 2048;

/** Fewer tokens than this no tokenizer makes of it: one for each special word, one between two blanks. */
function fewest(text: string): number {
  const special = text.match(/<\|[^<>|\s]+\|>/g)?.length ?? 0;
  const words = text.replace(/<\|[^<>|\s]+\|>/g, " ").match(/\S+/g)?.length ?? 0;
  return special + words;
}

/** What the template writes up to the question's text. */
function opening(template: TemplateDefinition | undefined, system: string | null): string {
  const text = (slots: TemplateDefinition["format_user"]) =>
    (slots ?? []).map((slot) => (typeof slot === "string" ? slot : " ")).join("");
  const said = system || template?.default_system || "";
  const around = template ? text(template.format_system) : "";
  const greeting =
    said === "" ? "" : around.includes("{{content}}") ? around.replace("{{content}}", said) : said;
  return greeting + (text(template?.format_user).split("{{content}}")[0] ?? "");
}

export const pictureRules: readonly Rule[] = [
  async (subject) => {
    const { doc, context, places, stage, error } = subject;
    const model = textOf(doc, "model_name_or_path");
    const folder = model === null ? null : modelPath(model, places);
    const reader = folder === null ? null : imageReader(folder);
    if (!context.pictures || reader === null || stage === "pt" || flagOf(doc, "image_do_pan_and_scan"))
      return [];
    const list = await readList(subject);
    if (!Array.isArray(list?.list)) return [];
    const limits: PixelLimits = {
      maxPixels: numberOf(doc, "image_max_pixels") ?? USUAL_LIMITS.maxPixels,
      minPixels: numberOf(doc, "image_min_pixels") ?? USUAL_LIMITS.minPixels,
    };
    const cutoff = numberOf(doc, "cutoff_len") ?? USUAL_CUTOFF;
    const template = context.templates?.find(({ name }) => name === textOf(doc, "template"));
    const needed = ({ sizes, before }: RowPictures) => {
      const pictures = sizes.reduce((sum, size) => sum + (imageTokens(size, reader, limits)?.tokens ?? 0), 0);
      const counts = before !== null && (before.isOnly || !flagOf(doc, "mask_history"));
      return {
        pictures,
        tokens: pictures + (counts ? fewest(opening(template, before.system) + before.text) : 0),
      };
    };
    const named = (await namedDatasets(subject)).filter(({ dataset }) => dataset.media?.includes("images"));
    const found = await Promise.all(
      named.map(async ({ dataset: { name } }) => {
        const rows = (await context.pictures?.(list.dir, name).catch(() => [])) ?? [];
        const [worst] = rows
          .map((row) => ({ row: row.row, count: row.sizes.length, ...needed(row) }))
          .sort((a, b) => b.tokens - a.tokens);
        if (!worst || worst.tokens <= cutoff) return [];
        const { row, count, pictures, tokens } = worst;
        return [
          error(
            "cutoff_len",
            "data.cutoff-pictures",
            `\`cutoff_len\` is ${cutoff}, and row ${row + 1} of \`${name}\` needs at least ${tokens} tokens up to the end of its ${count === 1 ? "picture" : "pictures"} (${pictures} of them for ${count === 1 ? "the picture" : `${count} pictures`}): cut there, the run dies with “Image features and image tokens do not match”.`,
            "Raise `cutoff_len`, or make pictures smaller with `image_max_pixels`.",
            { params: { cutoff, row: row + 1, name, tokens, pictures, count } },
          ),
        ];
      }),
    );
    return found.flat();
  },
];
