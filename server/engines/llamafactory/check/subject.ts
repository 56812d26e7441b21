// Owns what every rule sees of the config under check, and how it says what it found. Refuses findings without a code.
import { existsSync } from "node:fs";
import { type ConfigDocument, readConfig } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";
import type { RunSpec } from "../../../../contract/run.ts";
import type { CheckContext } from "../../../engine-interface/check-context.ts";
import { type ModelFacts, modelFacts } from "../../../engine-kit/model-facts.ts";
import { modelPath, type Places } from "../../../engine-kit/places.ts";
import { textOf } from "../../../engine-kit/values.ts";
import { type DeepSpeed, deepSpeedOf } from "./deepspeed-facts.ts";

type More = Pick<Problem, "params" | "fix" | "packages">;
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
  deepSpeed: DeepSpeed;
  /** More than one process, or DeepSpeed, which wants the launcher even for one. */
  isDistributed: boolean;
  /** Of the model's folder; null for models that are not on this machine. */
  model: ModelFacts | null;
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
  const places = { baseDir: spec.baseDir ?? null, home: context.home, exists: existsSync };
  const deepSpeed = deepSpeedOf(doc, places);
  const deviceCount = device.type === "gpu" ? device.ids.length : 1;
  const modelValue = textOf(doc, "model_name_or_path");
  const folder = modelValue === null ? null : modelPath(modelValue, places);
  return {
    spec,
    doc,
    context: { ...context, datasets: once(context.datasets) },
    places,
    onCpu: device.type === "cpu" || (device.type === "auto" && !context.hasGpu),
    deviceCount,
    deepSpeed,
    isDistributed: deviceCount > 1 || deepSpeed.type !== "none",
    model: folder === null ? null : modelFacts(folder),
    method: textOf(doc, "finetuning_type") ?? "lora",
    stage: textOf(doc, "stage") ?? "sft",
    error: find("error"),
    warning: find("warning"),
    info: find("info"),
  };
}

/** Several rules ask for the same list. */
function once(datasets: CheckContext["datasets"]): CheckContext["datasets"] {
  const asked = new Map<string, ReturnType<CheckContext["datasets"]>>();
  return (dir) => {
    const answer = asked.get(dir) ?? datasets(dir);
    asked.set(dir, answer);
    return answer;
  };
}
