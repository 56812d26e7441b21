// Owns calling the contract's routes from the command line: one typed call per route, the token as a bearer.
import { ApiError } from "../../contract/errors.ts";
import type { RouteName } from "../../contract/route-paths.ts";
import { type RouteInput, type RouteOutput, routes } from "../../contract/routes.ts";
import { StudioError } from "../studio-error.ts";

type Parts = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
};

export type Client = <N extends RouteName>(name: N, input: RouteInput<N>) => Promise<RouteOutput<N>>;

/** The connection failed: the server ended, or was never there. */
export class ServerGone extends Error {}

/** Throws the StudioError that the server answered with, or ServerGone. */
export function createClient(url: string, token: string): Client {
  return async (name, input) => {
    const { params = {}, query = {}, body }: Parts = Object.fromEntries(Object.entries(input));
    const response = await fetch(url + pathOf(routes[name].path, params, query), {
      method: routes[name].method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new ServerGone(`The server at ${url} does not answer.`, { cause: error });
    });
    const answer = await response.json();
    if (!response.ok) throw new StudioError(ApiError.parse(answer));
    return answer;
  };
}

function pathOf(path: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key] ?? "")));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}
