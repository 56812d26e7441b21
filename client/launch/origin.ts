// Owns what a New run page starts from, as the address says it. Each origin keeps a draft of its own.
export type Origin =
  /** The plain preset of an engine. Here and below null is the engine that a new run begins with. */
  | { kind: "default"; engine: string | null }
  /** A text that another place of this tab handed over: an import, a translation. */
  | { kind: "taken"; id: string }
  | { kind: "preset"; id: string }
  | { kind: "recipe"; name: string }
  | { kind: "run"; id: string }
  | { kind: "model"; path: string; engine: string | null }
  | { kind: "dataset"; name: string; dir: string | null; stage: string | null; engine: string | null };

type Query = { get(name: string): string | null };

export function readOrigin(query: Query): Origin {
  const from = query.get("from");
  if (from) return { kind: "run", id: from };
  const taken = query.get("taken");
  if (taken) return { kind: "taken", id: taken };
  const engine = query.get("engine");
  const path = query.get("model");
  if (path) return { kind: "model", path, engine };
  const dataset = query.get("dataset");
  if (dataset)
    return { kind: "dataset", name: dataset, dir: query.get("dir"), stage: query.get("stage"), engine };
  const name = query.get("recipe");
  if (name) return { kind: "recipe", name };
  const id = query.get("preset");
  return id ? { kind: "preset", id } : { kind: "default", engine };
}

/** Said in full: an origin that leaves the engine open begins with this one. */
export function withEngine(origin: Origin, engine: string): Origin {
  return "engine" in origin && origin.engine === null ? { ...origin, engine } : origin;
}

/** The name of an origin in the storage and in React keys. */
export function originKey(origin: Origin): string {
  switch (origin.kind) {
    case "default":
      return origin.engine === null ? "default" : `default:${origin.engine}`;
    case "taken":
      return `taken:${origin.id}`;
    case "preset":
      return `preset:${origin.id}`;
    case "recipe":
      return `recipe:${origin.name}`;
    case "run":
      return `run:${origin.id}`;
    case "model":
      return `model${at(origin)}:${origin.path}`;
    case "dataset":
      return `dataset${at(origin)}:${origin.dir ?? ""}:${origin.name}`;
  }
}

const at = ({ engine }: { engine: string | null }) => (engine === null ? "" : `@${engine}`);

/** The address of a New run page that starts from there. */
export function originAddress(origin: Origin): string {
  const query = (key: string, value: string) => address({ [key]: value });
  switch (origin.kind) {
    case "default":
      return origin.engine === null ? "/new/" : query("engine", origin.engine);
    case "taken":
      return query("taken", origin.id);
    case "preset":
      return query("preset", origin.id);
    case "recipe":
      return query("recipe", origin.name);
    case "run":
      return query("from", origin.id);
    case "model":
      return address({ model: origin.path, engine: origin.engine });
    case "dataset": {
      const { name, dir, stage, engine } = origin;
      return address({ dataset: name, dir, stage, engine });
    }
  }
}

function address(words: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(words).flatMap(([key, value]) => (value === null ? [] : [[key, value]]));
  return `/new/?${new URLSearchParams(given)}`;
}
