// Owns what every rule sees of the config under check, and how it says what it found. Refuses findings without a code.
import { existsSync } from "node:fs";
import { type ConfigDocument, readConfig } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import type { RunSpec } from "../../../../contract/run.ts";
import type { CheckContext } from "../../../engine-interface/check-context.ts";
import { type ModelFacts, modelFacts } from "../../../engine-kit/model-facts.ts";
import { modelPath, type Places } from "../../../engine-kit/places.ts";
import { textOf } from "../../../engine-kit/values.ts";

type More = Pick<Problem, "params" | "fix">;
type Find = (path: string, code: string, message: string, hint?: string, more?: More) => Problem;

export type Subject = {
  spec: RunSpec;
  doc: ConfigDocument;
  context: CheckContext;
  places: Places;
  /** True when the run will end up on the CPU. */
  onCpu: boolean;
  /** The model's folder; null for ids of the hub. */
  folder: string | null;
  /** Of the model's folder; null for models that are not on this machine. */
  model: ModelFacts | null;
  error: Find;
  warning: Find;
  info: Find;
};

export type Rule = (subject: Subject) => Problem[];

export function subjectOf(spec: RunSpec, context: CheckContext): Subject {
  const doc = readConfig(spec.config);
  const find =
    (severity: Problem["severity"]): Find =>
    (path, code, message, hint, more) => ({
      path,
      line: path === "" ? null : doc.lineOf(path),
      severity,
      code,
      message,
      ...(hint ? { hint } : {}),
      ...more,
    });
  const { device } = spec;
  const places = { baseDir: spec.baseDir ?? null, home: context.home, exists: existsSync };
  const value = textOf(doc, "base_model");
  const folder = value === null ? null : modelPath(value, places);
  return {
    spec,
    doc,
    context,
    places,
    onCpu: device.type === "cpu" || (device.type === "auto" && !context.hasGpu),
    folder,
    model: folder === null ? null : modelFacts(folder),
    error: find("error"),
    warning: find("warning"),
    info: find("info"),
  };
}
