// Owns finding keys that occur twice in one object of a JSON text that parses: a parser keeps only the last and tells nobody.

type Level = { keys: Set<string> | null; path: string; index: number; key: string };

const STRING = /"(?:[^"\\]|\\.)*"/y;

export function findDuplicateKeys(text: string): { key: string; path: string }[] {
  const found: { key: string; path: string }[] = [];
  const levels: Level[] = [];
  let isKey = false;
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    const level = levels.at(-1);
    if (sign === '"') {
      STRING.lastIndex = at;
      const literal = STRING.exec(text)?.[0] ?? '"';
      at += literal.length;
      if (!isKey || level?.keys == null) continue;
      isKey = false;
      const key = String(JSON.parse(literal));
      level.key = key;
      if (level.keys.has(key)) found.push({ key, path: pathOf(level) });
      level.keys.add(key);
      continue;
    }
    if (sign === "{" || sign === "[") {
      const path = level === undefined ? "" : pathOf(level);
      levels.push({ keys: sign === "{" ? new Set() : null, path, index: 0, key: "" });
      isKey = sign === "{";
    } else if (sign === "}" || sign === "]") {
      levels.pop();
      isKey = false;
    } else if (sign === "," && level !== undefined) {
      if (level.keys === null) level.index += 1;
      else isKey = true;
    }
    at += 1;
  }
  return found;
}

function pathOf({ keys, path, index, key }: Level): string {
  if (keys === null) return `${path}[${index}]`;
  return path === "" ? key : `${path}.${key}`;
}
