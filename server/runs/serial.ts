// Owns doing the things asked of one run one after the other. Refuses to let one failure stop the next.

export type Serial = {
  /** Work of the same key never overlaps; different keys do not wait for each other. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
};

export function createSerial(): Serial {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(key, work) {
      const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
      last.set(key, mine);
      const forget = () => {
        if (last.get(key) === mine) last.delete(key);
      };
      mine.then(forget, forget);
      return mine;
    },
    async idle() {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
}
