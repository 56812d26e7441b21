// Owns how the YAML editor looks: our tokens in the place of CodeMirror's own colours.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "12px", backgroundColor: "var(--surface)", color: "var(--foreground)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "20px", overflow: "auto" },
  ".cm-content": { padding: "8px 0", caretColor: "var(--foreground)" },
  ".cm-cursor": { borderLeftColor: "var(--foreground)" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--faint)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "28px", padding: "0 6px 0 4px" },
  ".cm-activeLine": { backgroundColor: "color-mix(in oklab, var(--surface-2) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--foreground)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in oklab, var(--accent) 26%, transparent)",
  },
  ".cm-selectionMatch": { backgroundColor: "color-mix(in oklab, var(--info) 18%, transparent)" },
  ".cm-searchMatch": { backgroundColor: "color-mix(in oklab, var(--warning) 28%, transparent)" },
  ".cm-searchMatch-selected": { backgroundColor: "color-mix(in oklab, var(--accent) 45%, transparent)" },
  ".cm-gutter-lint": { width: "16px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "4px 2px" },
  ".cm-lint-marker": { width: "12px", height: "12px", borderRadius: "50%" },
  ".cm-lint-marker-error": { content: '""', backgroundColor: "var(--danger)" },
  ".cm-lint-marker-warning": { content: '""', backgroundColor: "var(--warning)" },
  ".cm-lint-marker-info": { content: '""', backgroundColor: "var(--info)" },
  ".cm-lintRange-error": { backgroundImage: "none", borderBottom: "1.5px solid var(--danger)" },
  ".cm-lintRange-warning": { backgroundImage: "none", borderBottom: "1.5px solid var(--warning)" },
  ".cm-lintRange-info": { backgroundImage: "none", borderBottom: "1.5px dotted var(--info)" },
  ".cm-tooltip": {
    backgroundColor: "var(--overlay)",
    color: "var(--foreground)",
    border: "1px solid var(--border)",
    borderRadius: "6px",
    boxShadow: "var(--shadow-overlay)",
    fontFamily: "var(--font-sans)",
    maxWidth: "min(420px, 90vw)",
  },
  ".cm-diagnostic": { padding: "6px 10px", borderLeft: "none", whiteSpace: "pre-wrap" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--surface-2)",
    color: "var(--foreground)",
    border: "1px solid var(--border-strong)",
    borderRadius: "4px",
    padding: "1px 6px",
    margin: "6px 6px 0 0",
  },
  ".cm-panels": { backgroundColor: "var(--surface-2)", color: "var(--foreground)" },
  ".cm-panels.cm-panels-top": { borderBottom: "1px solid var(--border)" },
  ".cm-panel.cm-search": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px",
    padding: "6px 28px 6px 8px",
    fontFamily: "var(--font-sans)",
    fontSize: "12px",
  },
  ".cm-panel.cm-search br": { display: "none" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "3px", fontSize: "12px" },
  ".cm-panel.cm-search [name=close]": {
    fontSize: "16px",
    width: "24px",
    height: "24px",
    right: "4px",
    top: "4px",
  },
  ".cm-textfield": {
    backgroundColor: "var(--surface)",
    color: "var(--foreground)",
    border: "1px solid var(--border-strong)",
    borderRadius: "4px",
    height: "24px",
    margin: "0",
    fontSize: "12px",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--border-strong)",
    borderRadius: "4px",
    height: "24px",
    margin: "0",
    fontSize: "12px",
  },
});

const colours = HighlightStyle.define([
  { tag: tags.definition(tags.propertyName), color: "var(--info)" },
  { tag: tags.string, color: "var(--success)" },
  { tag: tags.comment, color: "var(--faint)" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--faint)" },
  { tag: [tags.typeName, tags.labelName, tags.keyword, tags.meta], color: "var(--violet)" },
]);

export const yamlLook: Extension = [theme, syntaxHighlighting(colours)];
