// Owns code that loads before or when it is first needed, and can be read at once when it is there.
// Not React.lazy: that shows a boundary's content 300 ms late even when its code has long been loaded.
export type LateCode<Code> = { read(): Code | null; load(): Promise<void>; preload(): void };

export function lateCode<Code>(load: () => Promise<Code>): LateCode<Code> {
  let code: Code | null = null;
  let asked: Promise<void> | null = null;
  const ask = () => {
    asked ??= load().then(
      (loaded) => {
        code = loaded;
      },
      // The network may be back at the next try.
      () => {
        asked = null;
      },
    );
    return asked;
  };
  return { read: () => code, load: ask, preload: () => void ask() };
}
