// Owns what every rule sees of the config under check, and how it says what it found. Refuses findings without a code.
import { existsSync } from "node:fs";
import { type ConfigDocument, readConfig } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import type { RunSpec } from "../../../../contract/run.ts";
import type { CheckContext } from "../../engine.ts";
import type { Places } from "../places.ts";
import { textOf } from "../values.ts";

type More = Pick<Problem, "params" | "fix">;
type Find = (path: string, code: string, message: string, hint?: string, more?: More) => Problem;

export type Subject = {
  spec: RunSpec;
  doc: ConfigDocument;
  context: CheckContext;
  places: Places;
  /** True when the run will end up on the CPU. */
  onCpu: boolean;
  deviceCount: number;
  method: string;
  stage: string;
  error: Find;
  warning: Find;
  info: Find;
};

export type Rule = (subject: Subject) => Problem[] | Promise<Problem[]>;

/** Removing the key is certainly right. */
export const remove: More = { fix: { value: null } };

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
  return {
    spec,
    doc,
    context,
    places: { baseDir: spec.baseDir ?? null, home: context.home, exists: existsSync },
    onCpu: device.type === "cpu" || (device.type === "auto" && !context.hasGpu),
    deviceCount: device.type === "gpu" ? device.ids.length : 1,
    method: textOf(doc, "finetuning_type") ?? "lora",
    stage: textOf(doc, "stage") ?? "sft",
    error: find("error"),
    warning: find("warning"),
    info: find("info"),
  };
}
