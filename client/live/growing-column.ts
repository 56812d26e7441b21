// Owns one column of numbers that grows: amortised appends, no copy on reading. Refuses to know what the numbers mean.

export class GrowingColumn {
  #data = new Float64Array(64);
  #length = 0;
  #view: Float64Array | null = null;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Float64Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = value;
    this.#view = null;
  }

  set(index: number, value: number): void {
    if (index >= this.#length) return;
    this.#data[index] = value;
    this.#view = null;
  }

  truncate(length: number): void {
    this.#length = Math.min(this.#length, length);
    this.#view = null;
  }

  last(): number | undefined {
    return this.#length > 0 ? this.#data[this.#length - 1] : undefined;
  }

  /** The values as they are now, sharing memory with the column: the same object until something changes. */
  view(): Float64Array {
    this.#view ??= this.#data.subarray(0, this.#length);
    return this.#view;
  }
}
