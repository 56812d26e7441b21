// Owns the CodeMirror view of the config: keeps it and the store on one text, with one undo history for both.
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, type Extension, Prec, StateEffect, Transaction } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { ConfigStore } from "@/client/launch/config-store.ts";
import { textChange } from "@/client/launch/text-change.ts";
import { yamlLook } from "./yaml-editor-look.ts";

export type LineFinding = {
  line: number;
  severity: "error" | "warning" | "info";
  message: string;
  fix: { label: string; apply: () => void } | null;
};

export type EditorOptions = {
  parent: HTMLElement;
  store: ConfigStore;
  /** The state of an earlier view, so that closing a sheet does not end the undo history. */
  kept: EditorState | null;
  label: string;
  phrases: Record<string, string>;
  onStart: () => void;
};

export type YamlView = {
  state: () => EditorState;
  show: (findings: readonly LineFinding[]) => void;
  goTo: (line: number) => void;
  search: () => void;
  close: () => void;
};

/** Marks what came from the form, so that it is not sent back there. */
const fromStore = Annotation.define<boolean>();

function extensionsOf({ store, label, phrases, onStart }: EditorOptions): Extension {
  const start = () => {
    onStart();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: "Mod-Enter", run: start }])),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    history(),
    bracketMatching(),
    indentUnit.of("  "),
    yaml(),
    linter(null),
    lintGutter(),
    search({ top: true }),
    highlightSelectionMatches(),
    keymap.of([...searchKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorState.phrases.of(phrases),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": label,
      spellcheck: "false",
      autocorrect: "off",
      // Focusable anyway; said aloud for those who check that a scrolling region can be reached.
      tabindex: "0",
    }),
    EditorView.updateListener.of((update) => {
      const typed = update.transactions.some((each) => each.docChanged && !each.annotation(fromStore));
      if (typed) store.setText(update.state.doc.toString());
    }),
    yamlLook,
  ];
}

export function openYamlView(options: EditorOptions): YamlView {
  const { parent, store, kept } = options;
  const extensions = extensionsOf(options);
  const view = new EditorView({
    parent,
    state: kept ?? EditorState.create({ doc: store.read().text, extensions }),
  });
  if (kept) view.dispatch({ effects: StateEffect.reconfigure.of(extensions) });

  const pull = () => {
    const changes = textChange(view.state.doc.toString(), store.read().text);
    if (!changes) return;
    view.dispatch({
      changes,
      annotations: [fromStore.of(true), isolateHistory.of("full"), Transaction.userEvent.of("input.form")],
    });
  };
  pull();
  const leave = store.subscribe(pull);

  return {
    state: () => view.state,
    show(findings) {
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.flatMap((finding) => diagnostic(view.state, finding)),
        ),
      );
    },
    goTo(number) {
      const line = view.state.doc.line(Math.min(Math.max(1, number), view.state.doc.lines));
      view.dispatch({
        selection: { anchor: line.from, head: line.to },
        effects: EditorView.scrollIntoView(line.from, { y: "center" }),
      });
      view.focus();
    },
    search: () => void openSearchPanel(view),
    close() {
      leave();
      view.destroy();
    },
  };
}

function diagnostic(state: EditorState, finding: LineFinding): Diagnostic[] {
  if (finding.line > state.doc.lines) return [];
  const line = state.doc.line(finding.line);
  const indent = line.text.length - line.text.trimStart().length;
  const { severity, message, fix } = finding;
  const actions = fix ? [{ name: fix.label, apply: fix.apply }] : [];
  return [
    { from: line.from + indent, to: line.from + line.text.trimEnd().length, severity, message, actions },
  ];
}
