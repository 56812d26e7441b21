// Owns the page of a twin: where the config comes from, its translation, both outlooks, and starting.
"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { readTaken } from "@/client/launch/taken-text.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import type { RunSpec } from "@/contract/run.ts";
import { CompareSkeleton } from "./compare-skeleton.tsx";
import { TwinView } from "./twin-view.tsx";

export function TwinScreen() {
  const t = useT("compare");
  const common = useT("common");
  const textOf = useFailureText();
  const query = useSearchParams();
  const id = query.get("run") ?? "";
  const taken = query.get("taken") ?? "";
  const engines = useQuery(engineQueries.list());
  const run = useQuery({ ...runQueries.detail(id), enabled: id !== "" });
  const failed = [engines, run].find((each) => each.isError && each.data === undefined);
  if (failed)
    return (
      <>
        <PageHeader title={t("twin.plain")} />
        <ErrorState
          className="m-4 md:m-6"
          {...textOf(failed.error)}
          action={
            <Button size="sm" onClick={() => void failed.refetch()}>
              {common("retry")}
            </Button>
          }
        />
      </>
    );
  if (!engines.data || (id !== "" && !run.data))
    return (
      <>
        <PageHeader title={t("twin.plain")} />
        <CompareSkeleton />
      </>
    );
  const spec = run.data?.spec ?? specOf(taken);
  const other = spec ? engines.data.find((engine) => engine.id !== spec.engine) : undefined;
  const here = engines.data.find((engine) => engine.id === spec?.engine);
  const problem = !spec
    ? (["gone", "goneBody"] as const)
    : spec.kind !== "train"
      ? (["notTrain", "notTrainBody"] as const)
      : !other || !here
        ? (["none", "noneBody"] as const)
        : null;
  if (problem || !spec || !other || !here)
    return (
      <>
        <PageHeader title={t("twin.plain")} />
        <EmptyState
          className="m-4 md:m-6"
          title={t(`twin.${problem?.[0] ?? "gone"}`)}
          body={t(`twin.${problem?.[1] ?? "goneBody"}`)}
          action={<Button render={<Link href="/new/" />}>{t("twin.toNew")}</Button>}
        />
      </>
    );
  return (
    <TwinView key={`${id} ${taken}`} spec={spec} runId={id === "" ? null : id} here={here} other={other} />
  );
}

/** A text of New run, as the run it would become. */
function specOf(taken: string): RunSpec | null {
  const found = taken === "" ? null : readTaken(taken);
  if (!found) return null;
  const { engine, text, title, baseDir } = found;
  const name =
    title
      .replace(/[/\\\p{Cc}]+/gu, "-")
      .trim()
      .slice(0, 60) || "run";
  return {
    kind: "train",
    engine,
    name,
    config: text,
    device: { type: "auto" },
    ...(baseDir === undefined ? {} : { baseDir }),
  };
}
