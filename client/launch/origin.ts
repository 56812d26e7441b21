// Owns what a New run page starts from, as the address says it. Each origin keeps a draft of its own.
export type Origin =
  | { kind: "default" }
  | { kind: "preset"; id: string }
  | { kind: "run"; id: string }
  | { kind: "model"; path: string };

type Query = { get(name: string): string | null };

export function readOrigin(query: Query): Origin {
  const from = query.get("from");
  if (from) return { kind: "run", id: from };
  const path = query.get("model");
  if (path) return { kind: "model", path };
  const id = query.get("preset");
  return id ? { kind: "preset", id } : { kind: "default" };
}

/** The name of an origin in the storage and in React keys. */
export function originKey(origin: Origin): string {
  switch (origin.kind) {
    case "default":
      return "default";
    case "preset":
      return `preset:${origin.id}`;
    case "run":
      return `run:${origin.id}`;
    case "model":
      return `model:${origin.path}`;
  }
}
