// Owns telling what a model thought from what it said: <think> … </think> in an answer. Pure.
export type TextPiece = { kind: "text" | "thinking"; text: string };

const THOUGHT = /<think>([\s\S]*?)(?:<\/think>|$)/g;

export function splitThinking(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(THOUGHT)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    const thought = match[1]?.trim() ?? "";
    if (thought !== "") pieces.push({ kind: "thinking", text: thought });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end).replace(/^\n+/, "") });
  return pieces.filter((piece, at) => piece.text !== "" || (at === 0 && pieces.length === 1));
}
