// Owns judging the checkpoint that a training is to go on from. Refuses to look into it; the context does.
import type { ConfigDocument } from "../../contract/config-document.ts";
import type { Problem } from "../../contract/problem.ts";
import type { CheckContext } from "../engine-interface/check-context.ts";
import { inputPath, type Places } from "./places.ts";
import { textOf } from "./values.ts";

const KEY = "resume_from_checkpoint";

type Subject = {
  doc: ConfigDocument;
  places: Places;
  context: Pick<CheckContext, "checkpoint">;
  error: (
    path: string,
    code: string,
    message: string,
    hint: string,
    more: Pick<Problem, "params">,
  ) => Problem;
};

export async function resumeRule({ doc, places, context, error }: Subject): Promise<Problem[]> {
  const value = textOf(doc, KEY);
  if (value === null) return [];
  const path = inputPath(value, places);
  const state = await context.checkpoint?.(path);
  if (state === "missing")
    return [
      error(
        KEY,
        "checkpoint.not-found",
        `There is no ${path}.`,
        "Choose a checkpoint folder that exists, or remove the key to begin anew.",
        { params: { path } },
      ),
    ];
  if (state === "unfinished")
    return [
      error(
        KEY,
        "checkpoint.unfinished",
        `${path} is no complete checkpoint: weights, optimizer, schedule or the count of steps are missing.`,
        "Choose one from the list, or remove the key to begin anew.",
        { params: { path } },
      ),
    ];
  return [];
}
