// Owns comparing two texts word by word, for marking what only one of them has. Refuses texts beyond a screen's size: those differ as a whole.

export type DifferencePart = { text: string; where: "both" | "left" | "right" };

const WORDS = /<[|｜]?[^<>\s]{1,40}[|｜]?>|\w+|\s|[^\w\s]/gu;
const LIMIT = 4_000_000;

/** Lengths of the longest common tails, as one flat table. */
function tails(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1;
  const table = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      table[i * width + j] =
        left[i] === right[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  return table;
}

export function textDifference(left: string, right: string): DifferencePart[] {
  const [a, b] = [left.match(WORDS) ?? [], right.match(WORDS) ?? []];
  const parts: DifferencePart[] = [];
  const add = (where: DifferencePart["where"], text: string) => {
    const last = parts.at(-1);
    if (last?.where === where) last.text += text;
    else if (text !== "") parts.push({ where, text });
  };
  if (a.length * b.length > LIMIT) {
    add("left", left);
    add("right", right);
    return parts;
  }
  const table = tails(a, b);
  const width = b.length + 1;
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add("both", a[i] ?? "");
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
    ) {
      add("left", a[i] ?? "");
      i += 1;
    } else {
      add("right", b[j] ?? "");
      j += 1;
    }
  }
  return parts;
}
