// Owns what the studio knows of a registered dataset in a config: a copy, what it does not hold, another reading for this stage.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { type MappingAt, pathOf } from "@/client/launch/dataset-mappings.ts";
import { sameValue } from "@/client/launch/same-value.ts";
import { forEngineQuery } from "@/client/queries/for-engine.ts";
import { Button } from "@/components/ui/button.tsx";
import type { DatasetStage } from "@/contract/dataset-for-engine.ts";
import { useLaunch } from "./launch-context.tsx";
import type { Registered } from "./use-studio-datasets.ts";

type MappingNotesProps = { mapping: MappingAt; known: Registered; stage: DatasetStage };

export function MappingNotes({ mapping, known, stage }: MappingNotesProps) {
  const t = useT("launch");
  const locale = useLocale();
  const { engine, store } = useLaunch();
  const { place, values } = mapping;
  const { data } = useQuery(
    forEngineQuery({
      engine: engine.id,
      dataset: known.entry.name,
      ...(known.own ? {} : { dir: known.dir }),
      stage,
    }),
  );
  if (!data || data.status === "translating") return null;
  if (data.status === "unfit")
    return <Note warns>{t("mapping.notFor", { reason: data.reason[locale] })}</Note>;
  const isSo = pathOf(data.mapping) === pathOf(values) && sameValue(data.mapping.type, values.type);
  // A mapping of a person's own is not another reading: only what the studio would write for another stage is.
  const isOurs = typeof values.type === "string" && /\/translated\//.test(pathOf(values));
  return (
    <>
      {isSo ? data.notes.map((note) => <Note key={note.en}>{note[locale]}</Note>) : null}
      {!isSo && isOurs ? (
        <Note warns>
          {t("mapping.otherwise")}{" "}
          <Button
            variant="ghost"
            size="sm"
            className="text-accent-text"
            onClick={() => store.setIn(place, data.mapping)}
          >
            {t("mapping.update")}
          </Button>
        </Note>
      ) : null}
    </>
  );
}

function Note({ warns = false, children }: { warns?: boolean; children: ReactNode }) {
  const Icon = warns ? TriangleAlert : Info;
  return (
    <p className="flex min-w-0 items-start gap-1.5 text-muted text-xs">
      <Icon
        aria-hidden
        className={warns ? "mt-0.5 size-3 shrink-0 text-warning" : "mt-0.5 size-3 shrink-0"}
      />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}
