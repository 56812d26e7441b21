// Owns for which model, template and cutoff the tokens are shown: the newest run's, a demo's, or what a person has chosen.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import {
  draftFromConfig,
  draftFromModels,
  type EncodeDraft,
  stageOf,
  usualCutoff,
} from "@/client/datasets/encode-defaults.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { runQueries } from "@/client/queries/runs.ts";
import type { DatasetDetail } from "@/contract/dataset.ts";
import type { EncodeSettings } from "@/contract/dataset-scan.ts";
import type { EngineDescription } from "@/contract/engine.ts";

export type EncodeChoice = {
  status: "loading" | "no-engine" | "ready";
  draft: EncodeDraft | null;
  /** Null while the model or the template is missing. */
  settings: EncodeSettings | null;
  from: { kind: "run"; name: string } | { kind: "model" } | { kind: "person" };
  engine: EngineDescription | null;
  /** Those that are ready. */
  engines: readonly EngineDescription[];
  choose: (engine: string) => void;
  change: (change: Partial<EncodeDraft>) => void;
};

export function useEncodeSettings(detail: DatasetDetail): EncodeChoice {
  const engines = useQuery(engineQueries.list());
  const models = useQuery(libraryQueries.models());
  const runs = useQuery(runQueries.list({ archived: false }));
  const ready = engines.data?.filter(({ health }) => health.status === "ready") ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const all = runs.data?.filter(({ kind }) => kind === "train") ?? [];
  const last = all.find(({ datasets }) => datasets.includes(detail.entry.name)) ?? all[0];
  const engine = ready.find(({ id }) => id === (chosen ?? last?.engine)) ?? ready[0] ?? null;
  const trainings = all.filter((each) => each.engine === engine?.id);
  const used = trainings.find(({ datasets }) => datasets.includes(detail.entry.name));
  const newest = used ?? trainings[0];
  const run = useQuery({ ...runQueries.detail(newest?.id ?? ""), enabled: newest !== undefined });
  const [owns, setOwns] = useState<Readonly<Record<string, EncodeDraft>>>({});
  const own = owns[engine?.id ?? ""] ?? null;
  // A run of other data tells model and cutoff, but not what these rows are for.
  const stage = used ? undefined : stageOf(detail.entry);
  const fromRun = useMemo(
    () => (run.data && engine ? draftFromConfig(run.data.spec.config, engine, stage) : null),
    [run.data, engine, stage],
  );
  const fromModel = engine && draftFromModels(models.data ?? [], detail.entry, engine);
  const isVisionFit =
    detail.entry.media.length === 0 ||
    models.data?.find(({ path }) => path.endsWith(fromRun?.model ?? ""))?.multimodal !== false;
  const given = fromRun && isVisionFit ? fromRun : fromModel;
  const draft = own ?? given;
  const isWaiting =
    engines.isPending || models.isPending || runs.isPending || (newest !== undefined && run.isPending);
  const isWhole = draft !== null && draft.model !== "" && draft.template !== "" && engine !== null;
  const settings = useMemo(
    () => (isWhole && draft && engine ? { engine: engine.id, ...draft } : null),
    [isWhole, draft, engine],
  );
  return {
    status: isWaiting ? "loading" : engine === null ? "no-engine" : "ready",
    draft,
    settings,
    from: own
      ? { kind: "person" }
      : given !== null && given === fromRun && newest
        ? { kind: "run", name: newest.name }
        : { kind: "model" },
    engine,
    engines: ready,
    choose: setChosen,
    change: (change) =>
      setOwns({
        ...owns,
        [engine?.id ?? ""]: {
          model: "",
          template: "",
          cutoffLen: usualCutoff,
          stage: "sft",
          trainOnPrompt: false,
          maskHistory: false,
          options: {},
          ...draft,
          ...change,
        },
      }),
  };
}
