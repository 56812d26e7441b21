// Owns the smallest edit that turns one text into another, so that a form's change keeps the editor's cursor and undo.
export type TextChange = { from: number; to: number; insert: string };

export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const longest = Math.min(before.length, after.length);
  let start = 0;
  while (start < longest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < longest - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
