// Owns what a New run page starts from, as the address says it. Each origin keeps a draft of its own.
export type Origin =
  /** The plain preset of an engine; null is the first engine's. */
  | { kind: "default"; engine: string | null }
  /** A text that another place of this tab handed over: an import, a translation. */
  | { kind: "taken"; id: string }
  | { kind: "preset"; id: string }
  | { kind: "recipe"; name: string }
  | { kind: "run"; id: string }
  | { kind: "model"; path: string }
  | { kind: "dataset"; name: string; dir: string | null; stage: string | null };

type Query = { get(name: string): string | null };

export function readOrigin(query: Query): Origin {
  const from = query.get("from");
  if (from) return { kind: "run", id: from };
  const taken = query.get("taken");
  if (taken) return { kind: "taken", id: taken };
  const path = query.get("model");
  if (path) return { kind: "model", path };
  const dataset = query.get("dataset");
  if (dataset) return { kind: "dataset", name: dataset, dir: query.get("dir"), stage: query.get("stage") };
  const name = query.get("recipe");
  if (name) return { kind: "recipe", name };
  const id = query.get("preset");
  return id ? { kind: "preset", id } : { kind: "default", engine: query.get("engine") };
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
      return `model:${origin.path}`;
    case "dataset":
      return `dataset:${origin.dir ?? ""}:${origin.name}`;
  }
}

/** The address of a New run page that starts from there. */
export function originAddress(origin: Origin): string {
  const query = (key: string, value: string) => `/new/?${new URLSearchParams({ [key]: value })}`;
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
      return query("model", origin.path);
    case "dataset":
      return datasetAddress(origin.name, origin.dir, origin.stage);
  }
}

function datasetAddress(name: string, dir: string | null, stage: string | null): string {
  const given = Object.entries({ dataset: name, dir, stage }).flatMap(([key, value]) =>
    value === null ? [] : [[key, value]],
  );
  return `/new/?${new URLSearchParams(given)}`;
}
