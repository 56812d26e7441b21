// Owns remembering which rows came before, in memory shared by all threads and of fixed size: 32 bits of a row's hash, in a
// place that the other bits choose. Refuses to grow: past its limit it still finds repeats of the rows it knows.

const MAX_SLOTS = 2 ** 24;
const SLOTS_PER_ROW = 2;
const FULL = 0.75;
const HEADER = 1;

/** For about so many rows; at most 64 MiB. */
export function makeHashMemory(rows: number): SharedArrayBuffer {
  const slots = Math.min(MAX_SLOTS, 2 ** Math.ceil(Math.log2(Math.max(1024, rows * SLOTS_PER_ROW))));
  return new SharedArrayBuffer((slots + HEADER) * Int32Array.BYTES_PER_ELEMENT);
}

/** How many rows can be told apart before the memory is full. */
export function hashLimit(memory: SharedArrayBuffer): number {
  return Math.floor((memory.byteLength / Int32Array.BYTES_PER_ELEMENT - HEADER) * FULL);
}

export function isFull(memory: SharedArrayBuffer): boolean {
  return Atomics.load(new Int32Array(memory), 0) >= hashLimit(memory);
}

/** Answers whether the same text was seen before, by any thread. */
export function createRowHashes(memory: SharedArrayBuffer): (text: string) => boolean {
  const cells = new Int32Array(memory);
  const mask = cells.length - HEADER - 1;
  const limit = hashLimit(memory);
  return (text) => {
    const [place, kept] = hashOf(text);
    for (let step = 0; step <= mask; step += 1) {
      const at = HEADER + ((place + step) & mask);
      const there = Atomics.load(cells, at);
      if (there === kept) return true;
      if (there !== 0) continue;
      if (Atomics.load(cells, 0) >= limit) return false;
      const won = Atomics.compareExchange(cells, at, 0, kept);
      if (won === 0) Atomics.add(cells, 0, 1);
      if (won === 0 || won === kept) return won === kept;
    }
    return false;
  };
}

const PRIME = 0x9e3779b1;
const OTHER = 0x85ebca6b;

/** Two numbers of 32 bits, the second never 0. */
function hashOf(text: string): [number, number] {
  let first = text.length | 0;
  let second = ~first;
  const even = text.length & ~1;
  for (let at = 0; at < even; at += 2) {
    const word = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    first = Math.imul(first ^ word, PRIME);
    first ^= first >>> 15;
    second = Math.imul(second + word, OTHER);
    second = (second << 13) | (second >>> 19);
  }
  if (even < text.length) {
    first = Math.imul(first ^ text.charCodeAt(even), PRIME);
    second = Math.imul(second + text.charCodeAt(even), OTHER);
  }
  first ^= first >>> 13;
  first = Math.imul(first, OTHER);
  second ^= first >>> 16;
  return [(first ^ (first >>> 16)) >>> 0, Math.imul(second, PRIME) | 1];
}
