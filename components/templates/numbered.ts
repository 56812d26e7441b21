// Owns giving the items of a list their place as a name: for things that have no other one.

export function numbered<T>(items: readonly T[]): { item: T; number: number }[] {
  return items.map((item, at) => ({ item, number: at + 1 }));
}
