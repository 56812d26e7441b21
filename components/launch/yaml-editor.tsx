// Owns the place of the YAML editor in the page: opens and closes its view, hands it findings and lines to go to.
"use client";
import type { EditorState } from "@codemirror/state";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { ConfigStore } from "@/client/launch/config-store.ts";
import type { EditorRequest } from "./editor-request.ts";
import { type LineFinding, openYamlView, type YamlView } from "./yaml-editor-view.ts";

export type YamlEditorProps = {
  store: ConfigStore;
  findings: readonly LineFinding[];
  /** The last thing the page asked of the editor. */
  request: EditorRequest | null;
  kept: RefObject<EditorState | null>;
  onStart: () => void;
};

export function YamlEditor({ store, findings, request, kept, onStart }: YamlEditorProps) {
  const t = useT("launch");
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<YamlView | null>(null);
  const start = useRef(onStart);
  const label = t("config.editor");
  const phrases = useMemo(
    () => ({
      Find: t("editor.find"),
      Replace: t("editor.replaceWith"),
      next: t("editor.next"),
      previous: t("editor.previous"),
      all: t("editor.all"),
      "match case": t("editor.matchCase"),
      "by word": t("editor.byWord"),
      regexp: t("editor.regexp"),
      replace: t("editor.replace"),
      "replace all": t("editor.replaceAll"),
      close: t("editor.close"),
      "No diagnostics": t("editor.noFindings"),
      Diagnostics: t("checks.title"),
    }),
    [t],
  );

  // External system: CodeMirror, which owns the element it is given. The three below talk to the same view.
  useEffect(() => {
    if (!host.current) return;
    const opened = openYamlView({
      parent: host.current,
      store,
      kept: kept.current,
      label,
      phrases,
      onStart: () => start.current(),
    });
    view.current = opened;
    return () => {
      kept.current = opened.state();
      view.current = null;
      opened.close();
    };
  }, [store, kept, label, phrases]);
  useEffect(() => {
    start.current = onStart;
  }, [onStart]);
  useEffect(() => view.current?.show(findings), [findings]);
  useEffect(() => {
    if (request?.kind === "line") view.current?.goTo(request.line);
    if (request?.kind === "search") view.current?.search();
  }, [request]);

  return <div ref={host} className="h-full min-h-0" data-slot="yaml-editor" />;
}
