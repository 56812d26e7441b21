// Owns keeping reports readable: what fails and is tried again every few seconds is told once a minute.
// Refuses to drop anything that was not told a moment ago.

const WHILE_MS = 60_000;

export function onceInAWhile(report: (error: unknown) => void, now: () => number) {
  const told = new Map<string, number>();
  return (error: unknown): void => {
    const text = String(error);
    for (const [known, at] of told) if (Math.abs(now() - at) > WHILE_MS) told.delete(known);
    if (told.has(text)) return;
    told.set(text, now());
    report(error);
  };
}
