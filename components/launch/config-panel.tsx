// Owns the config's side of the page: its text or what it changes, and taking a file that is dropped.
"use client";
import type { EditorState } from "@codemirror/state";
import { type RefObject, useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { differences } from "@/client/launch/config-difference.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { readConfig } from "@/contract/config-document.ts";
import { ChangesView } from "./changes-view.tsx";
import { ConfigTools } from "./config-tools.tsx";
import type { EditorRequest } from "./editor-request.ts";
import { useFindingText } from "./finding-text.ts";
import { fixLabel } from "./fix-label.ts";
import { useLaunch } from "./launch-context.tsx";
import { Lazily } from "./lazily.tsx";
import { importWindow } from "./lazy-windows.ts";
import { LazyYamlEditor } from "./lazy-yaml-editor.tsx";
import type { Arguments } from "./use-arguments.ts";
import { useImport } from "./use-import.ts";
import type { ConfigView } from "./use-reveal.ts";

export type ConfigPanelProps = {
  known: Arguments;
  /** The run's name, and what a recipe of it would be called. */
  name: string;
  recipe: string;
  /** The text the page started from, and what that is called. */
  original: string;
  originalTitle: string;
  view: ConfigView;
  onView: (view: ConfigView) => void;
  request: EditorRequest | null;
  onSearch: () => void;
  kept: RefObject<EditorState | null>;
  onStart: () => void;
};

export function ConfigPanel(props: ConfigPanelProps) {
  const { known, original, originalTitle, view, onView, request, kept, onStart } = props;
  const t = useT("launch");
  const { store, config, findings, fix, engine } = useLaunch();
  const textOf = useFindingText();
  const importing = useImport(engine.id, store);
  const start = useMemo(() => readConfig(original), [original]);
  const changed = useMemo(() => differences(config.shown, start).length, [config.shown, start]);
  const lines = useMemo(
    () =>
      findings.flatMap((finding) => {
        const { problem } = finding;
        if (problem.line === null) return [];
        const { message, hint } = textOf(finding);
        const label = fixLabel(problem, t);
        return {
          line: problem.line,
          severity: problem.severity,
          message: hint ? `${message}\n${hint}` : message,
          fix: label === null ? null : { label, apply: () => fix([problem]) },
        };
      }),
    [findings, textOf, fix, t],
  );

  return (
    <section
      aria-label={t("config.editor")}
      className="relative flex min-h-0 flex-1 flex-col bg-surface"
      {...importing.drag}
    >
      <div className="flex min-h-10 items-center gap-0.5 border-b py-0.5 pr-1.5 pl-3 max-sm:gap-0 max-sm:pl-2">
        <h2 className="sr-only">{t("config.title")}</h2>
        <Segmented
          aria-label={t("config.view")}
          className="mr-auto"
          value={view}
          onValueChange={onView}
          items={[
            { value: "yaml", label: t("config.yaml") },
            {
              value: "changes",
              label: (
                <>
                  {t("changes.title")}
                  {changed > 0 ? <Badge>{changed}</Badge> : null}
                </>
              ),
            },
          ]}
        />
        <ConfigTools {...props} onImport={importing.begin} />
      </div>
      <div className="min-h-0 flex-1">
        {view === "yaml" ? (
          <LazyYamlEditor store={store} findings={lines} request={request} kept={kept} onStart={onStart} />
        ) : (
          <ChangesView known={known} original={original} originalTitle={originalTitle} />
        )}
      </div>
      {importing.dropping ? (
        <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center border-2 border-accent border-dashed bg-background/90 font-medium">
          {t("config.drop")}
        </div>
      ) : null}
      <Lazily code={importWindow} open={importing.open}>
        {(ImportDialog) => (
          <ImportDialog
            open={importing.open}
            engine={engine.id}
            given={importing.given}
            onTake={importing.take}
            onClose={importing.close}
          />
        )}
      </Lazily>
    </section>
  );
}
