// Owns what a person may paste to sign in: the token, or the whole address that carries it.

/** The token in what was pasted; "" when there is none. */
export function readToken(pasted: string): string {
  const text = pasted.trim();
  const fragment = text.split("#").at(1);
  if (fragment === undefined) return /\s|\//.test(text) ? "" : text;
  return new URLSearchParams(fragment).get("token")?.trim() ?? "";
}
