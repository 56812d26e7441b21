// Owns what is wrong with a run's name before it is sent. The contract has the rule; its test holds the two together.

const forbidden = /[\p{Cc}/\\]/u;

export function nameProblem(name: string): "empty" | "invalid" | null {
  const trimmed = name.trim();
  if (trimmed === "") return "empty";
  return trimmed.length > 80 || forbidden.test(trimmed) ? "invalid" : null;
}
