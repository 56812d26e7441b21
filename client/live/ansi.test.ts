import fc from "fast-check";
import { expect, it } from "vitest";
import { applySgr, createAnsiReader, plainStyle } from "./ansi.ts";

const esc = "\u001b";

function read(...pieces: string[]): string[] {
  const seen: string[] = [];
  const reader = createAnsiReader({
    text: (text) => {
      const last = seen.at(-1);
      if (last?.startsWith("'")) seen[seen.length - 1] = last + text;
      else seen.push(`'${text}`);
    },
    style: (parameters) => seen.push(`m${parameters}`),
    newline: () => seen.push("LF"),
    carriageReturn: () => seen.push("CR"),
    up: (lines) => seen.push(`UP${lines}`),
  });
  for (const piece of pieces) reader(piece);
  return seen;
}

it("tells text, colours, line ends and returns apart", () => {
  expect(read(`a\tb${esc}[1;31mc${esc}[0m\r\n`)).toEqual(["'a\tb", "m1;31", "'c", "m0", "CR", "LF"]);
});

it("swallows cursor moves, titles, links and stray control characters", () => {
  const link = `${esc}]8;;http://x${esc}\\link${esc}]8;;${esc}\\`;
  expect(read(`${esc}[B${esc}[2K${esc}]0;title\u0007x\u0000\u0008${esc}(B${link}`)).toEqual(["'xlink"]);
});

it("tells how many lines up", () => {
  expect(read(`${esc}[A${esc}[3A`)).toEqual(["UP1", "UP3"]);
});

it("does not lose the rest of the log to a broken escape", () => {
  expect(read(`${esc}]0;never ends\nnext`)).toEqual(["LF", "'next"]);
  expect(read(`${esc}[12\nnext`)).toEqual(["LF", "'next"]);
});

it("reads the same however the output is cut into pieces", () => {
  const whole = `x${esc}[38;5;196mred${esc}[0m\r${esc}]0;t\u0007 50%|█ |\r\n${esc}[1A你好${esc}[K`;
  fc.assert(
    fc.property(fc.array(fc.nat({ max: whole.length }), { maxLength: 6 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const pieces = places.slice(1).map((end, index) => whole.slice(places[index], end));
      expect(read(...pieces)).toEqual(read(whole));
    }),
  );
});

it("keeps the hue of basic, 256 and true colours and drops grounds", () => {
  expect(applySgr(plainStyle, "1;92")).toMatchObject({ bold: true, hue: "green" });
  expect(applySgr(plainStyle, "38;5;196").hue).toBe("red");
  expect(applySgr(plainStyle, "38;2;30;120;255;4")).toMatchObject({ hue: "blue", underline: true });
  expect(applySgr(plainStyle, "48;5;196").hue).toBeNull();
  expect(applySgr(plainStyle, "48;2;1;2;3;33").hue).toBe("yellow");
  expect(applySgr({ ...plainStyle, hue: "red", bold: true }, "")).toEqual(plainStyle);
  expect(applySgr({ ...plainStyle, bold: true }, "22").bold).toBe(false);
});
