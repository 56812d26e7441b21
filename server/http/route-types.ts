// Owns the types between the route table and its handlers: what a handler gets, what it must answer.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { RouteName } from "../../contract/route-paths.ts";
import { type RouteOutput, type Routes, routes } from "../../contract/routes.ts";

type Parsed<N extends RouteName, K extends "params" | "query" | "body"> =
  Routes[N] extends Record<K, infer S extends z.ZodType> ? z.output<S> : undefined;

type Inputs = {
  [N in RouteName]: { params: Parsed<N, "params">; query: Parsed<N, "query">; body: Parsed<N, "body"> };
};
type Outputs = { [N in RouteName]: RouteOutput<N> };

export type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** One handler per route of the contract; a missing one is a type error. */
export type Handlers = {
  [N in RouteName]: (input: Inputs[N], exchange: Exchange) => Promise<Outputs[N]> | Outputs[N];
};

export const routeNames: readonly RouteName[] = Object.keys(routes).filter(
  (name): name is RouteName => name in routes,
);

/** Fastify has parsed the three parts with this route's schemas before a handler runs. */
function inputOf<N extends RouteName>(name: N, request: FastifyRequest): Inputs[N];
function inputOf(_: RouteName, { params, query, body }: FastifyRequest) {
  return { params, query, body };
}

export function answer<N extends RouteName>(handlers: Handlers, name: N, exchange: Exchange) {
  return handlers[name](inputOf(name, exchange.request), exchange);
}
