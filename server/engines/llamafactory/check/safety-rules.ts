// Owns judging what runs foreign code, sends something away, or contradicts itself.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf, listOf, numberOf, textOf } from "../../../engine-kit/values.ts";
import { type Rule, remove } from "./subject.ts";

const exclusions: Rule = ({ doc, error, warning }) => {
  const found: Problem[] = [];
  if (flagOf(doc, "mask_history") && flagOf(doc, "train_on_prompt"))
    found.push(
      error(
        "mask_history",
        "data.mask-and-prompt",
        "`mask_history` and `train_on_prompt` contradict each other.",
        "Remove one of them.",
      ),
    );
  for (const [max, min, usualMost, usualLeast] of [
    ["image_max_pixels", "image_min_pixels", 768 * 768, 32 * 32],
    ["video_max_pixels", "video_min_pixels", 256 * 256, 16 * 16],
  ] as const) {
    const [most, least] = [numberOf(doc, max) ?? usualMost, numberOf(doc, min) ?? usualLeast];
    if (most < least)
      found.push(
        error(
          doc.keys.includes(max) ? max : min,
          "value.max-below-min",
          `\`${max}\` (${most}) is smaller than \`${min}\` (${least}).`,
          "Make the larger one larger.",
          { params: { key: max, other: min, most, least } },
        ),
      );
  }
  if (flagOf(doc, "trust_remote_code"))
    found.push(
      warning(
        "trust_remote_code",
        "security.remote-code",
        "`trust_remote_code: true` runs Python code that comes with the model, with all your rights.",
        "Keep it only for a model whose author you trust and that does not load without it.",
      ),
    );
  return found;
};

/** Words of report_to that keep everything on this machine. */
const LOCAL_REPORTS = ["none", "tensorboard"];

const network: Rule = ({ doc, error, warning }) => {
  const reports = listOf(doc, "report_to").filter((name) => !LOCAL_REPORTS.includes(name));
  const found = reports.map((name) =>
    warning(
      "report_to",
      "network.report-to",
      `\`report_to: ${name}\` sends the numbers of this run to a service outside.`,
      "Remove it to keep them here; Anneal draws the same curves.",
      { params: { name } },
    ),
  );
  const project = doc.get("project");
  if (listOf(doc, "report_to").includes("trackio") && (project === "" || project === null))
    found.push(
      error(
        "project",
        "network.no-project",
        "Trackio files the numbers of a run under a project, and none is named.",
        "Give `project` a name, or remove the line for the usual one.",
        remove,
      ),
    );
  if (flagOf(doc, "push_to_hub") || textOf(doc, "export_hub_model_id") !== null)
    found.push(
      warning(
        flagOf(doc, "push_to_hub") ? "push_to_hub" : "export_hub_model_id",
        "network.push",
        "The result will be uploaded to the hub.",
        "Remove it to keep the result here.",
      ),
    );
  return found;
};

export const safetyRules: readonly Rule[] = [exclusions, network];
