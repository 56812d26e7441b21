// Shows that a check names every fault of a broken set at its row and path, and nothing in the good rows between.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scan, ScanRequest } from "../../../contract/dataset-scan.ts";
import { createDatasetFiles } from "../dataset-service.ts";
import { type FindingCode, faultOf, findingCodes } from "../formats/finding-codes.ts";
import { brokenSets, writeBrokenSets } from "../testing/broken-set.ts";
import { scanParts } from "./scan-parts.ts";
import type { Scans } from "./scan-source.ts";
import { createScans } from "./scans.ts";

const root = mkdtempSync(join(tmpdir(), "anneal-broken-"));
const folder = join(root, "a folder with 数据 and 'quotes'");
const places = writeBrokenSets(folder);
const files = createDatasetFiles({ home: root });
let scans: Scans;

async function finish(name: string, request: ScanRequest): Promise<Scan> {
  let scan = await scans.start(name, folder, request);
  while (scan.state.status === "running")
    scan = await new Promise((done) => setImmediate(() => done(scans.get(scan.id))));
  return scan;
}

async function check(name: string, stage: ScanRequest & { kind: "check" }) {
  const { result, state } = await finish(name, stage);
  expect(state).toEqual({ status: "done" });
  if (result?.kind !== "check") throw new Error("no result");
  return result;
}

beforeAll(() => {
  scans = createScans(scanParts(files));
});
afterAll(async () => {
  await scans.close();
  await files.reading.close();
  rmSync(root, { recursive: true });
});

describe("a broken set", () => {
  it.each(brokenSets)("has every fault of $name named at its row", async ({ name, stage }) => {
    const { findings, counts, rows } = await check(name, { kind: "check", stage });
    const mine = places.filter(({ set }) => set.name === name);
    expect(rows).toBeGreaterThan(mine.length);
    for (const { row, broken } of mine) {
      const { code, path } = broken;
      const severity = broken.severity ?? faultOf(code).severity;
      expect(findings).toContainEqual(expect.objectContaining({ row, path, code, severity }));
    }
    const brokenRows = new Set(mine.map(({ row }) => row));
    const elsewhere = findings.filter(
      ({ row, path, code }) =>
        !brokenRows.has(row) &&
        !/^(definition|record\.repeated|stage|column\.absent)/.test(code) &&
        path !== "tags",
    );
    expect(elsewhere).toEqual([]);
    for (const { code } of mine.map(({ broken }) => broken))
      expect(counts.map((each) => each.code)).toContain(code);
  });

  it("knows no code that nothing shows", () => {
    const shown = new Set<FindingCode>(places.map(({ broken }) => broken.code));
    const elsewhere = /^(definition|stage)\.|^(record\.unreadable|record\.cut|column\.absent)$/;
    expect(findingCodes.filter((code) => !shown.has(code) && !elsewhere.test(code))).toEqual([]);
  });
});
