// Owns the choice of what a run goes on from: a whole checkpoint of an earlier run of this engine, or any path.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { checkpointQueries } from "@/client/queries/runs.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import { useLaunch } from "./launch-context.tsx";
import { plain, type SpecControlProps } from "./spec-controls.tsx";

/** Stands for beginning anew. */
const NONE = "";

export function CheckpointControl({ spec, value, store }: SpecControlProps) {
  const t = useT("launch");
  const { engine } = useLaunch();
  const { data = [], isPending } = useQuery(checkpointQueries(engine.id));
  const chosen = plain(value);
  const items = useMemo(
    () => [
      ...(chosen === "" ? [] : [{ value: NONE, label: t("checkpoint.none") }]),
      ...data.map(({ path, run, name, savedAt }) => ({
        value: path,
        label: `${run} / ${name}`,
        hint: <RelativeTime value={savedAt} />,
      })),
    ],
    [data, chosen, t],
  );
  if (spec.control.type !== "checkpoint") return null;
  return (
    <Combobox
      value={chosen || null}
      items={items}
      allowFreeText
      placeholder={spec.control.placeholder}
      emptyText={t(isPending ? "checkpoint.asking" : "checkpoint.empty")}
      onValueChange={(next) => store.set({ [spec.path]: next === NONE ? undefined : next })}
    />
  );
}
