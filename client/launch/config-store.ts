// Owns the one copy of a launch config: its text, the document read from it, half-typed fields. Refuses a second truth.
import { type ConfigDocument, type ConfigValue, readConfig } from "@/contract/config-document.ts";
import { type ConfigPlace, setIn, valueAt } from "@/contract/config-nested.ts";
import { sameValue } from "./same-value.ts";

export type ConfigState = {
  readonly text: string;
  readonly doc: ConfigDocument;
  /** The last document that could be read: what the form shows while the text has a syntax error. */
  readonly shown: ConfigDocument;
  /** Text typed into a field, as typed: it outlives a blur only while it is not a value. */
  readonly drafts: ReadonlyMap<string, string>;
};

export type ConfigChanges = Readonly<Record<string, ConfigValue | undefined>>;

/** What a field does to the keys of a mapping: the config itself, or one inside it. */
export type FieldStore = {
  /** Keys from the form; undefined removes a key. Nothing happens while the text cannot be read. */
  set(changes: ConfigChanges): void;
  /** What is being typed into the field of a key, with the value it stands for when it is one. */
  type(key: string, draft: string, change?: { value: ConfigValue | undefined }): void;
  /** The field was left or set anew; what the document says is shown again. */
  dropDraft(key: string): void;
};

export type ConfigStore = FieldStore & {
  read(): ConfigState;
  subscribe(listener: () => void): () => void;
  /** The whole text, from the editor, a file or a preset. */
  setText(text: string): void;
  /** One place deep inside; undefined removes it. */
  setIn(place: ConfigPlace, value: ConfigValue | undefined): void;
  /** The mapping at a place as if it were the config; "type.format" is a key of a mapping inside it. */
  within(place: ConfigPlace): FieldStore;
};

/** What the draft of a key deep inside is called among the drafts. */
export function draftKey(place: ConfigPlace): string {
  return place.length === 1 ? place[0] : JSON.stringify(place);
}

function placeOf(key: string): ConfigPlace {
  if (!key.startsWith("[")) return [key];
  const place: unknown = JSON.parse(key);
  const [top, ...rest] = Array.isArray(place) ? place : [key];
  return [String(top), ...rest.map((step) => (typeof step === "number" ? step : String(step)))];
}

/** The editor counts in LF lines; a file from elsewhere may have CRLF and a byte order mark. */
function plainText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

export function createConfigStore(
  text: string,
  drafts: Iterable<readonly [string, string]> = [],
): ConfigStore {
  const doc = readConfig(plainText(text));
  let state: ConfigState = { text: doc.text, doc, shown: doc, drafts: new Map(drafts) };
  const listeners = new Set<() => void>();

  function publish(next: ConfigState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  /** A draft lives while its key keeps its value; `settled` keys were set by other means than typing. */
  function show(next: ConfigDocument, settled: readonly string[], typed?: readonly [string, string]): void {
    const shown = next.problems.length === 0 ? next : state.shown;
    const drafts = new Map(
      [...state.drafts].filter(
        ([key]) =>
          !settled.includes(key) &&
          sameValue(valueAt(state.shown, placeOf(key)), valueAt(shown, placeOf(key))),
      ),
    );
    if (typed) drafts.set(...typed);
    publish({ text: next.text, doc: next, shown, drafts });
  }

  function changed(changes: ConfigChanges): ConfigDocument {
    const real = Object.entries(changes).filter(([key, value]) => !sameValue(state.doc.get(key), value));
    return real.length === 0 ? state.doc : state.doc.with(Object.fromEntries(real));
  }

  function setAt(place: ConfigPlace, value: ConfigValue | undefined): ConfigDocument {
    return sameValue(valueAt(state.doc, place), value) ? state.doc : setIn(state.doc, place, value);
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setText(next) {
      const plain = plainText(next);
      if (plain !== state.text) show(readConfig(plain), []);
    },
    set(changes) {
      const next = changed(changes);
      const keys = Object.keys(changes);
      if (next !== state.doc || keys.some((key) => state.drafts.has(key))) show(next, keys);
    },
    type(key, draft, change) {
      show(change ? changed({ [key]: change.value }) : state.doc, [], [key, draft]);
    },
    dropDraft(key) {
      if (state.drafts.has(key)) show(state.doc, [key]);
    },
    setIn(place, value) {
      const next = setAt(place, value);
      // With a member of a list the places behind it move.
      const above = value === undefined ? place.slice(0, -1) : place;
      const below = [...state.drafts.keys()].filter((key) =>
        above.every((step, at) => placeOf(key)[at] === step),
      );
      if (next !== state.doc) show(next, below);
    },
    within(base) {
      const at = (key: string): ConfigPlace => [...base, ...key.split(".")];
      return {
        set(changes) {
          for (const [key, value] of Object.entries(changes)) {
            const next = setAt(at(key), value);
            if (next !== state.doc || state.drafts.has(draftKey(at(key)))) show(next, [draftKey(at(key))]);
          }
        },
        type(key, draft, change) {
          show(change ? setAt(at(key), change.value) : state.doc, [], [draftKey(at(key)), draft]);
        },
        dropDraft(key) {
          const name = draftKey(at(key));
          if (state.drafts.has(name)) show(state.doc, [name]);
        },
      };
    },
  };
}
