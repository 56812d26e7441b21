// Shows that cutting bytes into lines and characters loses and doubles nothing, however the bytes arrive.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brokenStart, wholeCharacters, wholeLines } from "./lines.ts";

const text = fc.string({ unit: "grapheme", maxLength: 60 });

/** Reads `bytes` in portions as a reader of a growing file does. */
function readInPortions(bytes: Buffer, sizes: number[], take: (portion: Buffer, at: number) => number): void {
  let written = 0;
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    written = Math.min(bytes.length, written + size);
    at = take(bytes.subarray(at, written), at);
  }
}

describe("wholeLines", () => {
  it("gives each line once with the place of its end, in whatever portions it was written", () => {
    const line = text.map((value) => value.replaceAll(/[\n\r]/g, "·"));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat({ max: 20 })), (lines, sizes) => {
        const bytes = Buffer.from(lines.map((value) => `${value}\n`).join(""));
        const got: string[] = [];
        readInPortions(bytes, sizes, (portion, at) => {
          const { lines: found, end } = wholeLines(portion, at);
          for (const { text: value, end: place } of found) {
            got.push(value);
            expect(bytes[place - 1]).toBe(10);
          }
          return end;
        });
        expect(got).toEqual(lines.filter((value) => value !== ""));
      }),
    );
  });

  it("holds an unfinished line back, and takes progress bars apart where asked to", () => {
    expect(wholeLines(Buffer.from("a\nb"), 10)).toEqual({ lines: [{ text: "a", end: 12 }], end: 12 });
    const bar = wholeLines(Buffer.from("1%\r2%\r\nx"), 0, "any");
    expect(bar).toEqual({
      lines: [
        { text: "1%", end: 3 },
        { text: "2%", end: 6 },
      ],
      end: 7,
    });
  });
});

describe("wholeCharacters", () => {
  it("never splits a character and never holds back more than three bytes", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat({ max: 5 })), (value, sizes) => {
        let got = "";
        readInPortions(Buffer.from(value), sizes, (portion, at) => {
          const count = wholeCharacters(portion);
          expect(portion.length - count).toBeLessThan(4);
          got += portion.toString("utf8", 0, count);
          return at + count;
        });
        expect(got).toBe(Buffer.from(value).toString());
      }),
    );
  });

  it("does not wait for ever on bytes that are no UTF-8", () => {
    expect(wholeCharacters(Buffer.from([0x61, 0x80, 0x80, 0x80, 0x80]))).toBe(5);
    expect(wholeCharacters(Buffer.from([0x61, 0xff, 0x61]))).toBe(3);
    expect(brokenStart(Buffer.from("ü").subarray(1))).toBe(1);
    expect(brokenStart(Buffer.from("u"))).toBe(0);
  });
});
