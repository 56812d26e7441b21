// Owns connecting the socket to the server's services and its judgement of who may ask. Refuses rules of its own.
import type { IncomingMessage, Server } from "node:http";
import type { Access } from "../http/access.ts";
import type { Services } from "../services.ts";
import { createGateway, type Gateway } from "./gateway.ts";

export function attachRealtime(context: { server: Server; services: Services; access: Access }): Gateway {
  const { server, services, access } = context;
  const authorise = ({ headers }: IncomingMessage) => {
    const asking = { method: "GET", headers };
    return access.judgeOrigin(asking, { handshake: true }) === null && access.judgeToken(asking) === null;
  };
  return createGateway({ server, authorise, runs: services.runs, system: services.system });
}
