// Owns which requests for a run are let in: a well-formed spec, devices that exist, a config without errors, disk space.
// Refuses to make anything.
import { statfsSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../contract/problem.ts";
import { RunSpec } from "../../contract/run.ts";
import { StudioError } from "../studio-error.ts";

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

export function validSpec(input: RunSpec): RunSpec {
  const parsed = RunSpec.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.path[0] === "name")
    throw new StudioError({
      code: "run.name-invalid",
      message: "This name cannot be used for a run.",
      reason: issue.message,
      hint: "Use 1 to 80 characters, without slashes and control characters.",
    });
  throw invalid(
    issue ? `${issue.path.join(".")}: ${issue.message}` : "The specification of the run is malformed.",
  );
}

export function invalid(reason: string): StudioError {
  return new StudioError({ code: "request.invalid", message: "This run cannot be made.", reason });
}

export function configInvalid(problems: Problem[]): StudioError {
  const errors = problems.filter(({ severity }) => severity === "error");
  return new StudioError({
    code: "run.config-invalid",
    message: "This config cannot be started.",
    reason: errors[0]?.message,
    hint: errors[0]?.hint ?? "Correct what is marked and start again.",
    problems,
  });
}

export function missingDevices({ device }: RunSpec, known: readonly number[]): Problem[] {
  const missing = device.type === "gpu" ? device.ids.filter((id) => !known.includes(id)) : [];
  return missing.map((id) => ({
    path: "",
    line: null,
    severity: "error" as const,
    code: "device.missing",
    message: `This machine has no GPU ${id}.`,
    hint:
      known.length > 0 ? `Choose among GPU ${known.join(", ")}.` : "Choose the CPU, or leave it to Anneal.",
    params: { id },
  }));
}

export function refuseFullDisk(home: string): void {
  const { bavail, bsize } = statfsSync(home);
  const free = bavail * bsize;
  if (free >= LEAST_FREE_BYTES) return;
  throw new StudioError({
    code: "disk.full",
    message: "The disk is too full to start a run.",
    reason: `${Math.round(free / 2 ** 20)} MB are free where ${join(home, "runs")} lies; a run needs at least 200 MB.`,
    hint: "Remove old checkpoints or runs, or start the studio with --home on another disk.",
  });
}
