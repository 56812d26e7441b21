// Owns turning whatever was thrown into an ApiError. Refuses to show a stack, or to hide a failure from the log.
import type { FastifyInstance } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type ApiError, statusOf } from "../../contract/errors.ts";
import { isStudioError } from "../studio-error.ts";

export type ErrorLog = (what: string, error: unknown) => void;

export function answerErrors(app: FastifyInstance, log: ErrorLog): void {
  app.setErrorHandler((error, request, reply) => {
    const { url = "?" } = request.routeOptions;
    const body = url.startsWith("/api/runs/:id") && isAboutParams(error) ? noSuchRun : toApiError(error);
    if (body.code === "internal") log(`${request.method} ${url}`, error);
    return reply.status(statusOf(body.code)).send(body);
  });
}

/** No run has such an id, so it is missing like any other: an address may be cut short. */
const noSuchRun: ApiError = {
  code: "run.not-found",
  message: "There is no run with this id.",
  reason: "An id has 26 letters and digits.",
  hint: "The address may be incomplete; see the list of runs.",
};

function isAboutParams(error: unknown): boolean {
  return hasZodFastifySchemaValidationErrors(error) && error.validationContext === "params";
}

export function toApiError(error: unknown): ApiError {
  if (isStudioError(error)) return error.body;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const findings = error.validation.map((issue) => {
      const where = issue.instancePath.replace(/^\//, "").replaceAll("/", ".");
      return `${error.validationContext ?? "request"}${where && `.${where}`}: ${issue.message}`;
    });
    return {
      code: "request.invalid",
      message: "The request does not have the form this address expects.",
      reason: findings.join("\n"),
      hint: "/api/openapi.json describes every request.",
    };
  }
  const status = statusIn(error);
  if (error instanceof Error && status >= 400 && status < 500) {
    return { code: "request.invalid", message: "The request could not be read.", reason: error.message };
  }
  if (codeIn(error) === "ENOSPC") {
    return {
      code: "disk.full",
      message: "There is no space left on the disk.",
      hint: "Free some space (Settings shows what takes it), then try again.",
    };
  }
  return {
    code: "internal",
    message: "Something went wrong in the studio itself.",
    hint: "server.log in the home folder has the details. What you did before is kept.",
  };
}

function statusIn(error: unknown): number {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : 500;
}

function codeIn(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
