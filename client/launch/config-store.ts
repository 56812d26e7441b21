// Owns the one copy of a launch config: its text, the document read from it, half-typed fields. Refuses a second truth.
import { type ConfigDocument, type ConfigValue, readConfig } from "@/contract/config-document.ts";
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

export type ConfigStore = {
  read(): ConfigState;
  subscribe(listener: () => void): () => void;
  /** The whole text, from the editor, a file or a preset. */
  setText(text: string): void;
  /** Keys from the form; undefined removes a key. Nothing happens while the text cannot be read. */
  set(changes: ConfigChanges): void;
  /** What is being typed into the field of a key, with the value it stands for when it is one. */
  type(key: string, draft: string, change?: { value: ConfigValue | undefined }): void;
  /** The field was left or set anew; what the document says is shown again. */
  dropDraft(key: string): void;
};

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
        ([key]) => !settled.includes(key) && sameValue(state.shown.get(key), shown.get(key)),
      ),
    );
    if (typed) drafts.set(...typed);
    publish({ text: next.text, doc: next, shown, drafts });
  }

  function changed(changes: ConfigChanges): ConfigDocument {
    const real = Object.entries(changes).filter(([key, value]) => !sameValue(state.doc.get(key), value));
    return real.length === 0 ? state.doc : state.doc.with(Object.fromEntries(real));
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
  };
}
