// Owns what tells records apart in a stream of bytes. Refuses to keep bytes: only positions.
export type OnRecord = (start: number, end: number) => void;

export interface RecordScanner {
  /** `chunk` lies at `offset` in the file; chunks come in order. Tells of each record that ends in it. */
  feed(chunk: Buffer, offset: number, onRecord: OnRecord): void;
  /** Where the record under way began; null between records. */
  open(): number | null;
  /** The file ends at `size`: tells of a last record without an end, and what is wrong with it. */
  finish(size: number, onRecord: OnRecord): string | null;
}
