// Shows what is told of a host: one that answers, one that refuses, one without a name, one behind a proxy; each asked once.
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReach } from "./reach.ts";

const seen: string[] = [];
let connections = 0;
let origin = "";
let closed = "";
let server: Server;

async function listening(each: Server): Promise<string> {
  await new Promise<void>((resolve) => each.listen(0, "127.0.0.1", resolve));
  const address = each.address();
  return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
}
const ended = (each: Server) => new Promise((resolve) => each.close(resolve));

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? "");
    response.end();
  });
  server.on("connection", () => {
    connections += 1;
  });
  origin = await listening(server);
  const other = createServer();
  closed = await listening(other);
  await ended(other);
});
afterAll(() => ended(server));

describe("reach", () => {
  it("asks each host once, with a connection and no request", async () => {
    let time = 0;
    const reach = createReach({ env: {}, now: () => time });
    const same = new Map([[origin, { status: "reachable" }]]);
    expect(await reach([origin, origin])).toEqual(same);
    expect(await reach([origin])).toEqual(same);
    expect({ connections, seen }).toEqual({ connections: 1, seen: [] });
    time = 120_000;
    expect(await reach([origin])).toEqual(same);
    expect({ connections, seen }).toEqual({ connections: 2, seen: [] });
  });

  it("says why a host cannot be reached", async () => {
    const told = await createReach({ env: {} })([closed, "https://pictures.invalid"]);
    expect(told.get(closed)).toEqual({ status: "unreachable", why: "refused" });
    expect(told.get("https://pictures.invalid")).toMatchObject({ status: "unreachable" });
  });

  it("does not ask behind a proxy, but where none is to be used", async () => {
    const env = { HTTP_PROXY: "http://proxy:3128", NO_PROXY: "example.org, 127.0.0.1" };
    const told = await createReach({ env })([origin, "http://a.example.com"]);
    expect([...told.values()]).toEqual([{ status: "reachable" }, { status: "not-asked", why: "proxy" }]);
  });

  it("asks eight at once", async () => {
    const many = Array.from({ length: 9 }, (_, at) => `http://127.0.0.${at + 10}:${new URL(closed).port}`);
    const told = [...(await createReach({ env: {} })(many)).values()];
    expect(told.map(({ status }) => status)).toEqual([...Array(8).fill("unreachable"), "not-asked"]);
  });
});
