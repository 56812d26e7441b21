// Owns what would be asked for now: the run's name, suggested or typed, and the spec made of the form.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { choiceOf } from "@/client/launch/choice.ts";
import { hubOf, preferredHub } from "@/client/launch/hub.ts";
import { textValue } from "@/client/launch/model-lookup.ts";
import { baseName, nameProblem, nextName } from "@/client/launch/run-name.ts";
import type { LaunchSource } from "@/client/launch/source.ts";
import { runQueries } from "@/client/queries/runs.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { RunSpec } from "@/contract/run.ts";
import type { LaunchState } from "./use-launch-state.ts";
import { useModels } from "./use-models.ts";

const noRuns: readonly { name: string }[] = [];

export function useSpec(source: LaunchSource, engine: EngineDescription, state: LaunchState) {
  const { config, name, device } = state;
  const runs = useQuery(runQueries.list({ archived: false })).data ?? noRuns;
  const suggestion = useMemo(() => {
    const model = textValue(config.shown.get(engine.roles.model));
    const given = config.shown.get(engine.roles.method);
    const chosen = choiceOf(engine.methods, given);
    const method = chosen ? chosen.value || chosen.label.en : textValue(given);
    return nextName(
      source.baseName ?? baseName(model, method),
      runs.map((run) => run.name),
    );
  }, [config.shown, engine, source, runs]);
  const preferred = preferredHub.use();
  const { value, chosen } = useModels({ engine, config });
  const hub = hubOf(value, chosen, preferred);
  const typed = name?.trim() ?? "";
  const nameFits = nameProblem(typed) === null;
  const spec: RunSpec = {
    kind: "train",
    engine: engine.id,
    // The checks of the config go on while the name is wrong.
    name: typed !== "" && nameFits ? typed : suggestion,
    config: config.text,
    device,
    ...(source.baseDir === undefined ? {} : { baseDir: source.baseDir }),
    ...(hub === undefined || hub === "huggingface" ? {} : { hub }),
  };
  return { spec, suggestion, nameFits };
}
