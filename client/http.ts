// Owns how the browser asks the server: one typed call per route of the contract. Refuses to hide failures.
import type { ApiError } from "@/contract/errors.ts";
import { type RouteName, routePaths } from "@/contract/route-paths.ts";
import type { RouteInput, RouteOutput } from "@/contract/routes.ts";

/** The server answered with an error, or could not be reached (`body` null). */
export class ApiFailure extends Error {
  readonly body: ApiError | null;
  readonly status: number;

  constructor(status: number, body: ApiError | null) {
    super(body?.message ?? "The server cannot be reached.");
    this.name = "ApiFailure";
    this.status = status;
    this.body = body;
  }
}

export function isApiFailure(error: unknown): error is ApiFailure {
  return error instanceof Error && error.name === "ApiFailure";
}

type Parts = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
};

/** Address of a route with its path parameters and query filled in; a `*` parameter keeps its slashes. */
export function urlOf(name: RouteName, { params = {}, query = {} }: Omit<Parts, "body"> = {}): string {
  const path = routePaths[name].path.replace(/:(\w+)|\*/g, (whole, key: string | undefined) => {
    const value = params[key ?? whole] ?? "";
    return key ? encodeURIComponent(value) : value.split("/").map(encodeURIComponent).join("/");
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

function isApiError(value: unknown): value is ApiError {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

type CallArguments<N extends RouteName> =
  object extends RouteInput<N>
    ? [input?: RouteInput<N>, signal?: AbortSignal]
    : [input: RouteInput<N>, signal?: AbortSignal];

/**
 * Calls a route. The answer has the contract's shape: our own server made it from the same schema, so it is not parsed
 * twice. Throws ApiFailure; an aborted call throws the AbortError as fetch does.
 */
export async function call<N extends RouteName>(
  name: N,
  ...[input, signal]: CallArguments<N>
): Promise<RouteOutput<N>> {
  const parts: Parts = Object.fromEntries(Object.entries(input ?? {}));
  const headers = new Headers({ "x-anneal": "1" });
  if (parts.body !== undefined) headers.set("content-type", "application/json");
  const response = await fetch(urlOf(name, parts), {
    method: routePaths[name].method,
    credentials: "same-origin",
    headers,
    body: parts.body === undefined ? undefined : JSON.stringify(parts.body),
    signal,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiFailure(0, null);
  });
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new ApiFailure(response.status, isApiError(body) ? body : null);
  return body;
}
