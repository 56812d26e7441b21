// Shows what a browser gets: pages with their policy, kept and compressed files; and an API that keeps its contract.
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { scriptHashes } from "./pages.ts";
import { routeNames } from "./route-types.ts";
import { codeOf, JSON_BODY, openDoorBench, PAGE } from "./testing/door-bench.ts";

const bench = await openDoorBench();
const { server, send, bearer } = bench;
afterAll(() => bench.close());

describe("pages", () => {
  it("carry a policy that allows their own inline scripts only", async () => {
    const { headers, status } = await send("GET", "/new/");
    const policy = String(headers["content-security-policy"]);
    const hashes = scriptHashes(PAGE);
    expect([status, hashes.length]).toEqual([200, 2]);
    expect(policy).toContain(`script-src 'self' ${hashes.join(" ")};`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-cache");
  });

  it("are found without the last slash, and say when there is none", async () => {
    const { status, headers } = await send("GET", "/new");
    expect([status, headers.location]).toEqual([301, "/new/"]);
    const missing = await send("GET", "/nothing", { accept: "text/html" });
    expect([missing.status, missing.text]).toEqual([404, PAGE]);
    expect(codeOf(await send("GET", "/nothing.js", { accept: "*/*" }))).toBe("route.not-found");
  });

  it("come compressed where that was done at the build, and are kept where their name has a hash", async () => {
    const { headers } = await send("GET", "/_next/static/a.js", { "accept-encoding": "gzip" });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers["cache-control"]).toContain("immutable");
  });
});

describe("the API", () => {
  it("describes every route of the contract", async () => {
    const { text } = await send("GET", "/api/openapi.json", bearer());
    const Document = z.object({
      paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
    });
    const ids = Object.values(Document.parse(JSON.parse(text)).paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual([...routeNames].sort());
  });

  it("keeps settings, lists runs, and answers with the contract's errors", async () => {
    await send("PUT", "/api/settings", { ...bearer(), ...JSON_BODY }, `{"theme":"dark"}`);
    const system = JSON.parse((await send("GET", "/api/system?disk=true", bearer())).text);
    expect(system).toMatchObject({
      home: bench.home,
      address: server.address(),
      settings: { theme: "dark" },
    });
    expect(JSON.parse((await send("GET", "/api/runs", bearer())).text)).toEqual([]);
    expect(codeOf(await send("GET", "/api/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV", bearer()))).toBe("run.not-found");
  });
});
