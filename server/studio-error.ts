// Owns the one error the server throws on purpose. Refuses HTTP: statuses are looked up at the edge.
import type { ApiError } from "../contract/errors.ts";

/** Carries an ApiError through the server; http, realtime and the CLI translate it at the edge. */
export class StudioError extends Error {
  readonly body: ApiError;

  constructor(body: ApiError) {
    super(body.message);
    this.name = "StudioError";
    this.body = body;
  }
}

/** Structural, because a module may be loaded twice. */
export function isStudioError(error: unknown): error is StudioError {
  return (
    error instanceof Error &&
    "body" in error &&
    typeof error.body === "object" &&
    error.body !== null &&
    "code" in error.body
  );
}
