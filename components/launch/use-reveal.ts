// Owns leading a person to a key: opening its group, focusing its field, or going to its line in the editor.
"use client";
import { useCallback, useState } from "react";
import { flushSync } from "react-dom";
import type { ArgumentRow } from "@/client/launch/argument-rows.ts";
import { fieldLevel } from "@/client/launch/field-level.ts";
import { isAtLevel } from "@/client/launch/field-view.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Problem } from "@/contract/problem.ts";
import type { EditorRequest } from "./editor-request.ts";
import { focusField } from "./field-id.ts";

/** What the config's side shows: its text, or what it changes. */
export type ConfigView = "yaml" | "changes";

export type Reveal = {
  opened: ReadonlyMap<string, boolean>;
  open: (group: string, isOpen: boolean) => void;
  /** What is searched for among the settings. */
  query: string;
  setQuery: (query: string) => void;
  view: ConfigView;
  setView: (view: ConfigView) => void;
  request: EditorRequest | null;
  ask: (request: EditorRequest) => void;
  /** On a narrow window the config is in a sheet. */
  sheet: boolean;
  openSheet: () => void;
  closeSheet: () => void;
  reveal: (problem: Problem) => void;
  revealLine: (line: number) => void;
};

export function useReveal(engine: EngineDescription, rows: readonly ArgumentRow[]): Reveal {
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [query, setQuery] = useState("");
  const [view, setView] = useState<ConfigView>("yaml");
  const [request, setRequest] = useState<EditorRequest | null>(null);
  const [sheet, setSheet] = useState(false);
  const level = fieldLevel.use();

  const open = useCallback((group: string, isOpen: boolean) => {
    setOpened((now) => (now.get(group) === isOpen ? now : new Map(now).set(group, isOpen)));
  }, []);
  const ask = useCallback((next: EditorRequest) => {
    setSheet(true);
    setView("yaml");
    setRequest(next);
  }, []);
  const reveal = useCallback(
    (problem: Problem) => {
      const field = engine.fields.find(({ path }) => path === problem.path);
      const known = rows.some(({ spec }) => spec.path === problem.path);
      // The field must stand before it can take the focus.
      flushSync(() => {
        setSheet(false);
        setQuery("");
        if (!field) return;
        open(field.group, true);
        if (level === "all" || !isAtLevel(field, level)) fieldLevel.set(field.level);
      });
      if (problem.path !== "" && focusField(problem.path)) return;
      // A key without a field of the form has one among all arguments.
      if (known) flushSync(() => setQuery(problem.path));
      if (known && focusField(problem.path)) return;
      ask({ kind: "line", line: problem.line ?? 1 });
    },
    [engine, rows, level, open, ask],
  );
  const revealLine = useCallback((line: number) => ask({ kind: "line", line }), [ask]);
  return {
    opened,
    open,
    query,
    setQuery,
    view,
    setView,
    request,
    ask,
    sheet,
    openSheet: () => {
      // The editor opens anew in the sheet and must not go to the line of an earlier request.
      setRequest(null);
      setSheet(true);
    },
    closeSheet: () => setSheet(false),
    reveal,
    revealLine,
  };
}
