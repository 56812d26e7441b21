// Shows that records are told apart whatever they hold and however the file is cut into pieces.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textSource } from "./byte-source.ts";
import { collect } from "./collect.ts";
import { type ByteLayout, createScanner } from "./record-scanner.ts";

async function recordsOf(text: string, layout: ByteLayout, piece: number, recordBytes = 1_000_000) {
  const source = textSource(text);
  const scanner = createScanner(layout, { at: 0, isBeginning: true });
  const found: string[] = [];
  let torn: string | null = null;
  const span = { from: 0, to: source.size, firstPiece: piece, largestPiece: piece, recordBytes };
  for await (const records of collect(source, scanner, span)) {
    for (const record of records) {
      found.push(record.bytes.toString("utf8"));
      torn ??= record.torn;
    }
  }
  return { found, torn };
}

const piece = fc.integer({ min: 1, max: 40 });
const json = fc.jsonValue({ maxDepth: 3 });
/** JSON knows no minus zero. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("records", () => {
  it("are the lines of JSONL, blank ones left out", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(json, fc.constantFrom("", "\n", "  \n", "\r\n"))),
        piece,
        async (rows, size) => {
          const text = rows.map(([value, blank]) => `${blank}${JSON.stringify(value)}\n`).join("");
          const { found } = await recordsOf(text, "jsonl", size);
          expect(found.map((record) => JSON.parse(record))).toEqual(rows.map(([value]) => asJson(value)));
        },
      ),
    ));

  it("are the items of a JSON list, whatever stands between them", () =>
    fc.assert(
      fc.asyncProperty(fc.array(json), fc.constantFrom(0, 1, "\t"), piece, async (rows, indent, size) => {
        const { found, torn } = await recordsOf(` ${JSON.stringify(rows, null, indent)}\n`, "list", size);
        expect(found.map((record) => JSON.parse(record))).toEqual(asJson(rows));
        expect(torn).toBeNull();
      }),
    ));

  it("are objects one after the other, over any number of lines", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.dictionary(fc.string(), json)), piece, async (rows, size) => {
        const text = rows.map((row) => JSON.stringify(row, null, 2)).join("\n");
        const { found } = await recordsOf(text, "objects", size);
        expect(found.map((record) => JSON.parse(record))).toEqual(
          JSON.parse(`[${rows.map((row) => JSON.stringify(row)).join()}]`),
        );
      }),
    ));

  it("are the rows of CSV without the header, newlines inside quotes included", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "é", " ") });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    return fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell)), piece, async (rows, size) => {
        const lines = rows.map((row) => row.map(quoted).join(","));
        const { found } = await recordsOf(["x,y", ...lines].join("\n"), "csv", size);
        expect(found).toEqual(lines);
      }),
    );
  });

  it("keeps only the beginning of a long one, and what follows is whole", async () => {
    const text = `{"a":"${"x".repeat(5000)}"}\n{"b":1}\n`;
    expect((await recordsOf(text, "jsonl", 64, 10)).found).toEqual(['{"a":"xxxx', '{"b":1}']);
  });

  it("says when the file ends inside one", async () => {
    expect((await recordsOf('[{"a": 1}, {"b": "t', "list", 7)).torn).toMatch(/cut off/);
    expect((await recordsOf('a,b\n1,"x', "csv", 7)).torn).toMatch(/quote/);
  });
});
