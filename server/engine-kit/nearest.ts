// Owns "did you mean": the closest of some words. Refuses suggestions that are hardly alike.

/** Insertions, deletions, changes and swaps of neighbours between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) steps.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...steps));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The closest word, or null when none is close. Case and dashes hardly count. */
export function nearest(word: string, words: Iterable<string>): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", "_");
  const allowed = Math.max(1, Math.floor(word.length / 3));
  let best: { word: string; score: number } | null = null;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const score = distance(plain(word), plain(candidate));
    if (score <= allowed && (best === null || score < best.score)) best = { word: candidate, score };
  }
  return best?.word ?? null;
}

/** One typing error away from a single word, and far from every other: nothing else can have been meant. */
export function surelyMeant(word: string, words: Iterable<string>): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", "_");
  const allowed = word.length >= 12 ? 2 : 1;
  const scores = [...words]
    .filter((candidate) => Math.abs(candidate.length - word.length) <= allowed + 1)
    .map((candidate) => distance(plain(word), plain(candidate)))
    .sort((a, b) => a - b);
  const [best = Number.POSITIVE_INFINITY, second = Number.POSITIVE_INFINITY] = scores;
  return word.length >= 6 && best <= allowed && second > best + 1;
}

/** For messages in other languages: the word, and whether there is one. */
export const nearestParams = (word: string | null) => ({
  nearest: word ?? "",
  similar: word === null ? "no" : "yes",
});

export const didYouMean = (word: string | null) => (word === null ? "" : `Did you mean \`${word}\`?`);
