// Owns every error the API can answer with: its code and its HTTP status. Refuses free-form codes.
import { z } from "zod";
import { Problem } from "./problem.ts";

const STATUS = {
  "request.invalid": 400,
  "auth.required": 401,
  "auth.wrong-token": 401,
  "auth.forbidden-origin": 403,
  "auth.forbidden-host": 403,
  "route.not-found": 404,
  "run.not-found": 404,
  "run.action-not-allowed": 409,
  "run.config-invalid": 422,
  "run.name-invalid": 422,
  "run.no-checkpoint": 409,
  "run.nothing-to-merge": 409,
  /** Its engine offers no such work for it, or what it would start from is not there. */
  "run.nothing-to-follow": 409,
  "output.not-empty": 409,
  "engine.not-found": 404,
  "engine.not-ready": 409,
  /** No package of that name is offered for the engine. */
  "engine.package-unknown": 422,
  /** The environment was named by the user, and is not changed from here. */
  "engine.not-ours": 409,
  "engine.busy": 409,
  /** The engine was asked and says no; the message is its own. */
  "engine.refused": 422,
  /** The engine was asked and gave no answer. */
  "engine.failed": 502,
  "addition.invalid": 422,
  "addition.not-found": 404,
  "dataset.not-found": 404,
  "dataset.info-broken": 422,
  "dataset.invalid": 422,
  "dataset.name-taken": 409,
  "dataset.unreadable": 422,
  "scan.not-found": 404,
  "upload.not-found": 404,
  "upload.out-of-step": 409,
  "recipe.not-found": 404,
  "recipe.name-taken": 409,
  "model.not-found": 404,
  "path.not-found": 404,
  "path.not-allowed": 403,
  "path.not-a-model": 422,
  "file.not-found": 404,
  "disk.full": 507,
  "port.busy": 409,
  "home.in-use": 409,
  "home.too-new": 409,
  "home.not-writable": 409,
  "rate.limited": 429,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof STATUS;
const codes = Object.keys(STATUS).filter((key): key is ErrorCode => key in STATUS);
export const ErrorCode = z.enum(codes);

/** HTTP status of an error code. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code];
}

/** What the API answers on an error: what happened (`message`), why (`reason`), what to do (`hint`). */
export const ApiError = z.object({
  code: ErrorCode,
  message: z.string(),
  reason: z.string().optional(),
  hint: z.string().optional(),
  details: z.string().optional(),
  problems: z.array(Problem).optional(),
});
export type ApiError = z.infer<typeof ApiError>;
