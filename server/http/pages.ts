// Owns serving the built pages: long caching for what has a hash in its name, gzip made at build time, and a
// Content-Security-Policy that allows exactly the inline scripts each page was built with.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

export const STRICT_POLICY = policy([]);
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const BEING_BUILT = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Anneal</title>
<p>The pages of Anneal are not built yet. <code>npm start</code> builds them; this page looks again by itself.</p>`;

export async function registerPages(
  app: FastifyInstance,
  folder: string,
): Promise<(reply: FastifyReply) => FastifyReply> {
  const policyOf = createPagePolicies();
  await app.register(fastifyStatic, {
    root: folder,
    suppressWarning: true,
    preCompressed: true,
    redirect: true,
    dotfiles: "ignore",
    cacheControl: false,
    allowedPath: (path) => !path.startsWith("/api/"),
    setHeaders(reply, path) {
      if (!path.startsWith(folder)) return;
      const html = path.replace(/\.gz$/, "");
      if (html.endsWith(".html")) reply.header("content-security-policy", policyOf(html));
      const hashed = path.includes("/_next/static/");
      reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  return (reply) => {
    reply.status(404);
    if (existsSync(join(folder, "404.html"))) return reply.sendFile("404.html");
    return reply.status(503).type("text/html").send(BEING_BUILT);
  };
}

/** Only a page load is answered with a page; a script or picture that is missing stays a plain 404. */
export function wantsPage(request: FastifyRequest): boolean {
  return request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
}

function createPagePolicies(): (file: string) => string {
  const known = new Map<string, { changed: number; policy: string }>();
  return (file) => {
    const changed = statSync(file).mtimeMs;
    const entry = known.get(file);
    if (entry?.changed === changed) return entry.policy;
    const made = policy(scriptHashes(readFileSync(file, "utf8")));
    known.set(file, { changed, policy: made });
    return made;
  };
}

export function scriptHashes(html: string): string[] {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
  );
  return [...new Set(hashes)];
}

function policy(scripts: readonly string[]): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scripts].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
