// Owns slowing down whoever guesses tokens: so many wrong ones a minute, then none at all. Right ones never count.
const WINDOW_MS = 60_000;
const MAX_WRONG = 10;

export function createAttempts(now: () => number = Date.now) {
  let wrong: number[] = [];
  return {
    isExhausted(): boolean {
      wrong = wrong.filter((at) => now() - at < WINDOW_MS);
      return wrong.length >= MAX_WRONG;
    },
    addWrong(): void {
      wrong.push(now());
    },
  };
}
export type Attempts = ReturnType<typeof createAttempts>;
