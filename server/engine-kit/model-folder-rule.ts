// Owns judging a model's folder that is there: settings that cannot be read, weights that are not whole.
// Refuses to say what an engine needs beside them.
import type { Problem } from "../../contract/problem.ts";
import { isBrokenModel } from "./model-facts.ts";
import { tornWeights } from "./torn-weights.ts";

type Subject = {
  /** Of the config, which names the folder. */
  key: string;
  folder: string;
  error: (
    path: string,
    code: string,
    message: string,
    hint: string,
    more: Pick<Problem, "params">,
  ) => Problem;
};

const HINT = "Copy or download the model again.";

export function modelFolderRule({ key, folder, error }: Subject): Problem[] {
  if (isBrokenModel(folder)) {
    const message = `The config.json in ${folder} cannot be read: it is no JSON object with a model's settings.`;
    return [error(key, "model.broken-config", message, HINT, { params: { path: folder } })];
  }
  const torn = tornWeights(folder);
  return torn
    ? [error(key, "model.torn", torn.message, HINT, { params: { path: folder, file: torn.file } })]
    : [];
}
