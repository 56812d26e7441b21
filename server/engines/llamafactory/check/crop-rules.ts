// Owns judging pan and scan: the pinned engine counts crops in a shape that the processor no longer gives, and hands the option
// to processors that refuse it. Silent about plugins that do not pass it on, or that nobody has tried.
import { flagOf, textOf } from "../../../engine-kit/values.ts";
import { namedDatasets } from "./named-datasets.ts";
import type { Rule } from "./subject.ts";

const DIES_WITH = [
  "gemma3",
  "gemma3n",
  "llama4",
  "llava",
  "llava_next",
  "llava_next_video",
  "mllama",
  "paligemma",
  "pixtral",
];

export const cropRules: readonly Rule[] = [
  async (subject) => {
    const { doc, context, stage, error } = subject;
    if (!flagOf(doc, "image_do_pan_and_scan") || stage === "pt") return [];
    const value = textOf(doc, "template");
    const plugin = context.catalog?.templates.find(({ name }) => name === value)?.plugin ?? "";
    const named = await namedDatasets(subject);
    const first = named.find(({ dataset }) => dataset.media?.includes("images"));
    if (!first || !DIES_WITH.includes(plugin)) return [];
    const { name } = first.dataset;
    return [
      error(
        "image_do_pan_and_scan",
        "media.pan-and-scan",
        `This version of LLaMA-Factory ends at the first picture of \`${name}\` with pan and scan: it no longer fits the image processor of \`${value}\`.`,
        "Remove it; pictures are then looked at whole.",
        { params: { name, template: value ?? "" }, fix: { value: null } },
      ),
    ];
  },
];
