// Owns one New run page: ties state, checks and start together and lays out form, config and bar.
"use client";
import type { EditorState } from "@codemirror/state";
import { useQuery } from "@tanstack/react-query";
import { FileCode2 } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import { useCommands } from "@/client/commands.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { allFixes } from "@/client/launch/fixes.ts";
import type { LaunchSource } from "@/client/launch/source.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { useMedia } from "@/client/use-media.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preset } from "@/contract/library.ts";
import type { Problem } from "@/contract/problem.ts";
import { ChecksPanel } from "./checks-panel.tsx";
import { ConfigPanel } from "./config-panel.tsx";
import { EngineNotice, EngineWord } from "./engine-state.tsx";
import { EngineSwitch } from "./engine-switch.tsx";
import { EstimateStrip } from "./estimate-strip.tsx";
import { focusField } from "./field-id.ts";
import { FormPane } from "./form-pane.tsx";
import { type Launch, LaunchProvider } from "./launch-context.tsx";
import { NAME_FIELD, RunSection } from "./run-section.tsx";
import { StartBar } from "./start-bar.tsx";
import { StartFrom, useSourceTitle } from "./start-from.tsx";
import { useArguments } from "./use-arguments.ts";
import { useDatasets } from "./use-datasets.ts";
import { useFindings, useWithVerdict } from "./use-findings.ts";
import { isChanged, useLaunchState } from "./use-launch-state.ts";
import { usePreview } from "./use-preview.ts";
import { useReveal } from "./use-reveal.ts";
import { useSpec } from "./use-spec.ts";
import { blockOf, useStart } from "./use-start.ts";
import { useVerdict } from "./use-verdict.ts";

export type LaunchFormProps = {
  source: LaunchSource;
  engine: EngineDescription;
  engines: readonly EngineDescription[];
  presets: readonly Preset[];
};

export function LaunchForm({ source, engine, engines, presets }: LaunchFormProps) {
  const t = useT("launch");
  const locale = useLocale();
  const textOf = useFailureText();
  const wide = useMedia("(min-width: 1024px)");
  const preset = presets.find(({ id }) => id === source.preset);
  const title = useSourceTitle({ presets, source });
  const state = useLaunchState(source);
  const { store, config, name, device } = state;
  const known = useArguments(engine);
  const look = useReveal(engine, known.rows);
  const kept = useRef<EditorState | null>(null);

  const { spec, suggestion, nameFits } = useSpec(source, engine, state);
  const readable = config.doc.problems.length === 0;
  const modelsAt = useQuery(libraryQueries.models()).dataUpdatedAt;
  const datasetsAt = useDatasets({ engine, config, baseDir: source.baseDir }).list.dataUpdatedAt;
  const surroundings = `${engine.health.status} ${modelsAt} ${datasetsAt}`;
  const preview = usePreview(readable ? spec : null, surroundings);
  const start = useStart(spec, engine, state);
  const own = useFindings(known.rows, config, preview, start.refused);
  const isReady = engine.health.status === "ready";
  const mayAsk = readable && isReady && preview.status === "checked" && own.blocking === 0;
  const verdict = useVerdict(mayAsk ? spec : null, surroundings);
  const { shown: findings, blocking } = useWithVerdict(own, config, verdict);
  const block = blockOf({ engine, readable, nameFits, blocking });

  const fix = useCallback(
    (problems: readonly Problem[]) => store.set(allFixes(problems, store.read().doc)),
    [store],
  );
  const { baseDir } = source;
  const asked = state.restored ? null : source.dataset;
  const { reveal, revealLine } = look;
  const launch = useMemo(
    (): Launch => ({ engine, store, config, baseDir, asked, findings, reveal, revealLine, fix }),
    [engine, store, config, baseDir, asked, findings, reveal, revealLine, fix],
  );
  // A key press redraws the fields at once; everything else follows when there is time.
  const later = useDeferredValue(launch);
  const show = () => {
    const first = findings[0];
    if (block?.kind === "name") focusField(NAME_FIELD);
    else if (first) look.reveal(first.problem);
  };
  const go = () => (block === null ? start.go() : show());
  const latest = useRef(go);
  latest.current = go;
  useCommands(
    useMemo(
      () => [
        {
          id: "launch.start",
          label: t("start.command"),
          group: t("title"),
          keys: "mod+enter",
          run: () => latest.current(),
        },
      ],
      [t],
    ),
  );

  const estimate = (
    <EstimateStrip
      estimate={preview.answer?.preview.estimate ?? null}
      stale={preview.status === "checking" || !readable}
    />
  );
  const { ask: askEditor, view, setView, request } = look;
  const recipe = source.recipe ?? spec.name;
  const panel = useMemo(
    () => (
      <ConfigPanel
        known={known}
        name={spec.name}
        recipe={recipe}
        original={source.text}
        originalTitle={title}
        view={view}
        onView={setView}
        request={request}
        onSearch={() => askEditor({ kind: "search" })}
        kept={kept}
        onStart={() => latest.current()}
      />
    ),
    [known, spec.name, recipe, source.text, title, view, setView, request, askEditor],
  );
  const errors = findings.filter(({ problem }) => problem.severity === "error").length;

  return (
    <LaunchProvider value={later}>
      <div className="flex min-h-full flex-col lg:h-dvh">
        <PageHeader
          title={t("title")}
          meta={<EngineWord engine={engine} />}
          actions={<StartFrom presets={presets} source={source} />}
        />
        <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,min(42%,40rem))]">
          <FormPane
            engine={
              engines.length > 1 ? (
                <EngineSwitch
                  engine={engine}
                  engines={engines}
                  presets={presets}
                  preset={preset}
                  edited={isChanged(state, source.preset === null ? undefined : source.text)}
                  name={spec.name}
                  store={store}
                  baseDir={baseDir}
                />
              ) : null
            }
            restored={state.restored}
            onDiscard={state.discard}
            notices={<EngineNotice engine={engine} />}
            about={preset?.demo ? preset.description[locale] : null}
            now={launch}
            known={known}
            query={look.query}
            onQuery={look.setQuery}
            opened={look.opened}
            onOpen={look.open}
            run={
              <RunSection
                name={name}
                suggestion={suggestion}
                onName={state.setName}
                device={device}
                onDevice={state.setDevice}
              />
            }
          />
          {wide ? (
            <div className="flex min-h-0 min-w-0 flex-col border-l">
              {panel}
              <div className="relative max-h-[45%] shrink-0 overflow-y-auto border-t">
                <ChecksPanel preview={preview} verdict={verdict} />
              </div>
            </div>
          ) : (
            <div className="border-t">
              <ChecksPanel preview={preview} verdict={verdict} />
              <div className="px-4 pb-4 md:hidden">{estimate}</div>
            </div>
          )}
        </div>
        <StartBar
          engine={engine}
          block={block}
          busy={start.busy}
          onStart={go}
          onPrepare={start.prepare}
          onShow={show}
          failure={start.failure ? <ErrorState {...textOf(start.failure)} /> : null}
          aside={
            wide ? null : (
              <Button onClick={look.openSheet}>
                <FileCode2 aria-hidden />
                {t("config.open")}
                {errors > 0 ? (
                  <Badge tone="danger">
                    <span aria-hidden>{errors}</span>
                    <span className="sr-only">{t("config.problems", { count: errors })}</span>
                  </Badge>
                ) : null}
              </Button>
            )
          }
        >
          {estimate}
        </StartBar>
      </div>
      {wide ? null : (
        <Sheet side="bottom" open={look.sheet} onOpenChange={look.closeSheet} title={t("config.open")}>
          <div className="flex h-[70dvh] flex-col">{panel}</div>
        </Sheet>
      )}
    </LaunchProvider>
  );
}
