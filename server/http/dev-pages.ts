// Owns handing page requests to `next dev` while pages are being written, its hot-reload socket too. One port, so the
// cookie and the socket work as they do with the built pages. Never used by `npm start`.
import { request as ask, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";

const HOST = "127.0.0.1";

export function devPages(port: number): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.setNotFoundHandler((request, reply) => {
      reply.hijack();
      const { method, url, headers } = request.raw;
      const onward = ask({ host: HOST, port, method, path: url, headers }, (answer) => {
        reply.raw.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(reply.raw);
      });
      onward.on("error", () => {
        reply.raw.writeHead(503, { "content-type": "text/html", refresh: "2" });
        reply.raw.end("The pages are being started; this page looks again by itself.");
      });
      request.raw.pipe(onward);
    });
    app.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.startsWith("/_next/")) tunnel(port, request, socket, head);
    });
  };
}

function tunnel(port: number, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const onward = connect(port, HOST, () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
    }
    onward.write(`${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
}
