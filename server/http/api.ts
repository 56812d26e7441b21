// Owns /api: exactly the routes of the contract and its OpenAPI document, each behind the access it names.
// Refuses everything else under /api with a 404 of the same shape.
import swagger from "@fastify/swagger";
import type { FastifyInstance, FastifyReply } from "fastify";
import { createJsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { type ApiError, ApiError as ApiErrorSchema, statusOf } from "../../contract/errors.ts";
import type { RouteName } from "../../contract/route-paths.ts";
import { routes } from "../../contract/routes.ts";
import type { Access } from "./access.ts";
import { Download, sendDownload } from "./download.ts";
import { answer, type Handlers, routeNames } from "./route-types.ts";

const MAX_BODY_BYTES = 2_000_000;
const MAX_PIECE_BYTES = 64 * 1024 * 1024;

export async function registerApi(
  app: FastifyInstance,
  { access, handlers, version }: { access: Access; handlers: Handlers; version: string },
): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeAllContentTypeParsers();
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string", bodyLimit: MAX_BODY_BYTES },
    (request, text, done) =>
      text === "" ? done(null, undefined) : parseJson(request, text.toString(), done),
  );

  // The bytes of an upload go to the disk as they come; its handler reads the request itself.
  app.addContentTypeParser("application/octet-stream", { bodyLimit: MAX_PIECE_BYTES }, (_, __, done) =>
    done(null),
  );

  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Anneal", version, description: "Send the token as a bearer." },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: "any" } }),
  });

  const tokenOnly = async (request: { method: string; headers: ApiHeaders }, reply: FastifyReply) => {
    const refused = access.judgeToken(request);
    if (refused) return sendError(reply, refused);
  };

  function register<N extends RouteName>(name: N): void {
    const route = routes[name];
    const { method, path, summary } = route;
    app.route({
      method,
      url: path,
      onRequest: route.access === "token" ? tokenOnly : [],
      schema: {
        ...("params" in route && { params: route.params }),
        ...("query" in route && { querystring: route.query }),
        ...("body" in route && { body: route.body }),
        response: "download" in route ? {} : { 200: route.response, default: ApiErrorSchema },
        summary,
        operationId: name,
        security: route.access === "token" ? [{ token: [] }] : [],
      },
      handler: async (request, reply) => {
        const result = await answer(handlers, name, { request, reply });
        return result instanceof Download ? sendDownload(reply, result) : result;
      },
    });
  }
  for (const name of routeNames) register(name);

  app.get("/api/openapi.json", { onRequest: tokenOnly, schema: { hide: true } }, () => app.swagger());
}

type ApiHeaders = Parameters<Access["judgeToken"]>[0]["headers"];

export function sendError(reply: FastifyReply, error: ApiError): FastifyReply {
  return reply.status(statusOf(error.code)).send(error);
}
