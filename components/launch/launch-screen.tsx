// Owns what a New run page needs before its form can stand: engines, presets, and the run or model it starts from.
"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { lastEngine } from "@/client/launch/first-engine.ts";
import { originKey, readOrigin } from "@/client/launch/origin.ts";
import { makeSource } from "@/client/launch/source.ts";
import { readTaken } from "@/client/launch/taken-text.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { LaunchForm, type LaunchFormProps } from "./launch-form.tsx";
import { LaunchSkeleton } from "./launch-skeleton.tsx";

export function LaunchScreen() {
  const t = useT("launch");
  const common = useT("common");
  const locale = useLocale();
  const textOf = useFailureText();
  const router = useRouter();
  const query = useSearchParams();
  const origin = useMemo(() => readOrigin(query), [query]);
  const last = lastEngine.use();
  const engines = useQuery(engineQueries.list());
  const presets = useQuery(libraryQueries.presets());
  const models = useQuery({ ...libraryQueries.models(), enabled: origin.kind === "model" });
  const recipes = useQuery({ ...libraryQueries.recipes(), enabled: origin.kind === "recipe" });
  const run = useQuery({
    ...runQueries.detail(origin.kind === "run" ? origin.id : ""),
    enabled: origin.kind === "run",
  });
  const needed = [
    engines,
    presets,
    ...(origin.kind === "model" ? [models] : []),
    ...(origin.kind === "recipe" ? [recipes] : []),
    ...(origin.kind === "run" ? [run] : []),
  ];
  const failed = needed.find((each) => each.isError && each.data === undefined);
  const waiting = needed.some((each) => each.isPending);

  const source = useMemo(
    () =>
      waiting || !engines.data || !presets.data
        ? undefined
        : makeSource(origin, {
            engines: engines.data,
            lastEngine: last,
            presets: presets.data,
            models: models.data ?? [],
            recipes: recipes.data ?? [],
            run: run.data ?? null,
            taken: origin.kind === "taken" ? readTaken(origin.id) : null,
          }),
    [waiting, origin, last, engines.data, presets.data, models.data, recipes.data, run.data],
  );

  if (failed)
    return (
      <>
        <PageHeader title={t("title")} />
        <ErrorState
          className="m-4 md:m-6"
          {...textOf(failed.error)}
          action={
            <>
              <Button size="sm" onClick={() => needed.map((each) => each.isError && each.refetch())}>
                {common("retry")}
              </Button>
              {origin.kind === "default" ? null : (
                <Button size="sm" variant="ghost" render={<Link href="/new/" />}>
                  {t("preset.plain")}
                </Button>
              )}
            </>
          }
        />
      </>
    );
  if (source === undefined) return <LaunchSkeleton />;
  const wanted = origin.kind === "preset" ? origin.id : origin.kind === "recipe" ? origin.name : "";
  if (source === null || !engines.data?.some(({ id }) => id === source.engine)) {
    const fallback = presets.data?.[0];
    return (
      <>
        <PageHeader title={t("title")} />
        <ErrorState
          className="m-4 md:m-6"
          what={t("preset.goneWhat", { name: wanted || (source?.engine ?? "") })}
          todo={t("preset.goneTodo")}
          action={
            fallback ? (
              <Button onClick={() => router.replace(`/new/?preset=${encodeURIComponent(fallback.id)}`)}>
                {t("preset.use", { name: fallback.title[locale] })}
              </Button>
            ) : null
          }
        />
      </>
    );
  }
  return (
    <Begun key={originKey(origin)} source={source} engines={engines.data} presets={presets.data ?? []} />
  );
}

/** The form owns its state from here on; a later answer to the same question must not replace what was typed. */
function Begun({ source: given, engines, presets }: Omit<LaunchFormProps, "engine">) {
  const [source] = useState(given);
  const engine = engines.find(({ id }) => id === source.engine);
  return engine ? <LaunchForm source={source} engine={engine} engines={engines} presets={presets} /> : null;
}
