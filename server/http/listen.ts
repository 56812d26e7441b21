// Owns taking the port, and saying what to do when it cannot be had.
import type { FastifyInstance } from "fastify";
import { StudioError } from "../studio-error.ts";

/** Resolves to the address a browser on this machine uses. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw refusal(host, port, error);
  }
  const address = app.server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return `http://${nameOf(host)}:${taken}`;
}

function nameOf(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function refusal(host: string, port: number, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new StudioError({
      code: "port.busy",
      message: `Port ${port} is taken.`,
      reason: "Another program on this machine listens on it.",
      hint: `End that program, or take another port: npm start -- --port ${port + 1}`,
    });
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new StudioError({
      code: "port.busy",
      message: `The server cannot listen on ${host}, port ${port}.`,
      reason: error instanceof Error ? error.message : String(error),
      hint:
        code === "EACCES"
          ? "Take a port above 1023, for example: npm start -- --port 7317"
          : "Give --host an address of this machine, or leave it out for 127.0.0.1.",
    });
  }
  return error;
}
