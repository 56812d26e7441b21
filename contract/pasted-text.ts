// Owns what a pasted text is once the wrapping is off: a Markdown fence, a byte order mark, Windows line ends.
export function pastedText(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/^\s*```[a-z]*\r?\n([\s\S]*?)\r?\n?\s*```\s*$/i, "$1")
    .replaceAll("\r\n", "\n");
}
