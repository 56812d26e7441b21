// Owns the HTTP server as a whole: the order of its doors (Host and Origin, then token, then routes, then pages).
// Refuses to listen; main.ts does that when everything stands.
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, { type FastifyInstance } from "fastify";
import type { Access } from "./access.ts";
import { answerErrors, type ErrorLog, toApiError } from "./answer-error.ts";
import { registerApi, sendError } from "./api.ts";
import { createHandlers, type HandlerParts } from "./handlers.ts";
import { registerPages, STRICT_POLICY, wantsPage } from "./pages.ts";

export type HttpServerParts = HandlerParts & {
  access: Access;
  version: string;
  log: ErrorLog;
  /** Registers what serves everything outside /api, where it is not the built pages. */
  pages: string | ((app: FastifyInstance) => Promise<void>);
};

export async function createHttpServer(parts: HttpServerParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    frameworkErrors: (error, _, reply) => void sendError(reply, toApiError(error)),
  });
  answerErrors(app, parts.log);
  app.addHook("onRequest", async (request, reply) => {
    const refused = parts.access.judgeOrigin(request, { handshake: false });
    if (refused) return sendError(reply, refused);
  });
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xPoweredBy: false,
  });
  await app.register(cookie);
  await registerApi(app, { access: parts.access, handlers: createHandlers(parts), version: parts.version });

  if (typeof parts.pages !== "string") {
    await parts.pages(app);
    return app;
  }
  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    if (!reply.hasHeader("content-security-policy")) reply.header("content-security-policy", STRICT_POLICY);
  });
  const sendMissing = await registerPages(app, parts.pages);
  app.setNotFoundHandler((request, reply) => {
    const isApi = request.url.startsWith("/api/") || request.url === "/api";
    if (!isApi && wantsPage(request)) return sendMissing(reply);
    return sendError(reply, {
      code: "route.not-found",
      message: "There is nothing at this address.",
      hint: "/api/openapi.json lists what there is.",
    });
  });
  return app;
}
