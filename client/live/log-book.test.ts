import fc from "fast-check";
import { expect, it } from "vitest";
import type { LogChunk } from "@/contract/run-event.ts";
import { LogBook } from "./log-book.ts";
import { byteLength } from "./log-lines.ts";

const esc = "\u001b";

/** The server cuts a file's bytes where characters end. */
function chunksOf(file: string, cuts: readonly number[], attempt = 1): LogChunk[] {
  const characters = [...file];
  const places = [...new Set([0, ...cuts.map((cut) => cut % (characters.length + 1)), characters.length])];
  let offset = 0;
  return places
    .sort((a, b) => a - b)
    .slice(1)
    .map((end, index) => {
      const text = characters.slice(places[index], end).join("");
      const chunk = { attempt, offset, end: offset + byteLength(text), size: byteLength(file), text };
      offset = chunk.end;
      return chunk;
    });
}

function bookOf(...chunks: LogChunk[]): LogBook {
  const book = new LogBook();
  for (const chunk of chunks) book.append(chunk);
  return book;
}

const shown = (book: LogBook) =>
  book.lines.map((line) => (line.kind === "text" ? line.text : `--- attempt ${line.attempt}`));

it("folds a progress bar to its last state and keeps the line written over it", () => {
  const bar = "loading\r\n  0%|    | 0/3\r 33%|█   | 1/3\r100%|████| 3/3\r\ndone";
  expect(shown(bookOf(...chunksOf(bar, [])))).toEqual(["loading", "100%|████| 3/3", "done"]);
});

it("folds a bar below a bar, as an evaluation in the middle of training draws it", () => {
  const inner = (done: number) => `\n\r ${done}/3 inner${esc}[A`;
  const file = `\r 1/9 outer${inner(1)}${inner(2)}${inner(3)}\r      \r{'loss': 1}\n\r 2/9 outer`;
  expect(shown(bookOf(...chunksOf(file, [])))).toEqual(["{'loss': 1}", " 2/9 outer"]);
  expect(shown(bookOf(...chunksOf(file.slice(0, file.indexOf("\r      ")), [])))).toEqual([
    " 1/9 outer",
    " 3/3 inner",
  ]);
});

it("keeps a line that nothing changes the same object, so that it is not drawn again", () => {
  const [one, two] = chunksOf("first\nsecond\n", [6]);
  if (!one || !two) throw new Error("the file was not cut");
  const book = bookOf(one);
  const before = book.lines[0];
  book.append(two);
  expect(book.lines[0]).toBe(before);
});

it("keeps a bar that ends in a return visible until something is written over it", () => {
  const book = bookOf(...chunksOf(" 50%|██  |\r", []));
  expect(shown(book)).toEqual([" 50%|██  |"]);
});

it("shows the same lines at the same bytes however the file is cut", () => {
  const file = `你好 ${esc}[31mred${esc}[0m\n10%|█\r20%|██\r\n${esc}[1mbold\nstill bold 😀${esc}[0m\n\nend`;
  const [whole] = [bookOf(...chunksOf(file, []))];
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), (cuts) => {
      const book = bookOf(...chunksOf(file, cuts));
      expect(book.cursor).toEqual({ attempt: 1, offset: byteLength(file) });
      expect(shown(book)).toEqual(shown(whole));
      expect(book.lines.map((line) => line.kind === "text" && line.offset)).toEqual(
        whole.lines.map((line) => line.kind === "text" && line.offset),
      );
    }),
  );
  const bytes = new TextEncoder().encode(file);
  for (const line of whole.lines) {
    if (line.kind === "text" && line.offset > 0) expect(bytes[line.offset - 1]).toBe(10);
  }
});

it("gives coloured parts as spans, across lines too", () => {
  const [first, second] = bookOf(...chunksOf(`a${esc}[31mb\nc${esc}[0md`, [])).lines;
  expect(first).toMatchObject({ text: "ab", spans: [{ from: 1, to: 2, style: { hue: "red" } }] });
  expect(second).toMatchObject({ text: "cd", spans: [{ from: 0, to: 1, style: { hue: "red" } }] });
});

it("ignores what it knows, cuts what overlaps and reports gaps and cut files", () => {
  const [one, two] = chunksOf("äö\nü\n", [3]);
  const book = bookOf(...(one ? [one] : []));
  const whole = chunksOf("äö\nü\n", []).at(0);
  if (!one || !two || !whole) throw new Error("the file was not cut");
  expect(book.append(one)).toBe("known");
  expect(book.append({ ...two, offset: two.offset + 1 })).toBe("gap");
  expect(book.append(whole)).toBe("applied");
  expect(shown(book)).toEqual(["äö", "ü"]);
  expect(book.append({ attempt: 1, offset: 0, end: 1, size: 1, text: "x" })).toBe("shrunk");
});

it("separates attempts and takes a new one only from its first byte", () => {
  const book = bookOf(...chunksOf("one\nunfinished", []));
  expect(book.append({ attempt: 2, offset: 3, end: 5, size: 5, text: "o\n" })).toBe("gap");
  expect(book.append({ attempt: 2, offset: 0, end: 4, size: 4, text: "two\n" })).toBe("applied");
  expect(shown(book)).toEqual(["one", "unfinished", "--- attempt 2", "two"]);
  expect(book.cursor).toEqual({ attempt: 2, offset: 4 });
});

it("starts from the tail and loads what is before, up to the first attempt's first byte", () => {
  const file = "first\nzweite ü\nthird\n";
  const tail = chunksOf(file, [9]).at(1);
  if (!tail) throw new Error("the file was not cut");
  const book = bookOf({ ...tail, attempt: 2 });
  expect(shown(book)).toEqual(["third"]);
  expect(book.earlier).toEqual({ attempt: 2, offset: 0, limit: 16 });

  book.prepend({ attempt: 2, offset: 0, end: 16, size: byteLength(file), text: "first\nzweite ü\n" });
  expect(shown(book)).toEqual(["--- attempt 2", "first", "zweite ü", "third"]);
  expect(book.earlier).toMatchObject({ attempt: 1, offset: -1_048_576 });

  book.prepend({ attempt: 1, offset: 5, end: 13, size: 13, text: "1\n2\nopen" });
  expect(shown(book)).toEqual(["2", "open", "--- attempt 2", "first", "zweite ü", "third"]);
  const seqs = book.lines.map((line) => line.seq);
  expect(seqs).toEqual(seqs.map((_, index) => index + (seqs[0] ?? 0)));
  expect(book.earlier).toEqual({ attempt: 1, offset: 0, limit: 7 });
});

it("holds a bounded number of lines and knows which byte the first one starts at", () => {
  const book = new LogBook();
  for (let chunk = 0; chunk < 25; chunk++) {
    const text = "12345678\n".repeat(10_000);
    book.append({ attempt: 1, offset: chunk * 90_000, end: (chunk + 1) * 90_000, size: 9e6, text });
  }
  expect(book.lines.length).toBeLessThanOrEqual(200_000);
  const first = book.lines[0];
  expect(first).toMatchObject({ kind: "text", text: "12345678" });
  expect(book.earlier).toEqual({
    attempt: 1,
    offset: Math.max(0, (first?.seq ?? 0) * 9 - 1_048_576),
    limit: Math.min((first?.seq ?? 0) * 9, 1_048_576),
  });
});

it("cuts a line that no browser could lay out", () => {
  const line = bookOf(...chunksOf("x".repeat(100_000), [])).lines[0];
  expect(line?.kind === "text" && line.text.length).toBeLessThan(17_000);
});
