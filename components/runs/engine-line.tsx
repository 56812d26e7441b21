// Owns one engine's readiness on the first-visit card: installing with its progress, ready, or what to do.
"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Download } from "lucide-react";
import Link from "next/link";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { engineQueries, useInstallEngine } from "@/client/queries/engines.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { SetupProgress } from "@/components/run-state/setup-progress.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { FailureReason, RunSummary } from "@/contract/run.ts";
import { installStateOf } from "./install-state.ts";
import { runHref } from "./run-links.ts";

export function EngineLines({ runs }: { runs: readonly RunSummary[] }) {
  const { data: engines, isPending } = useQuery(engineQueries.list());
  if (isPending) return <Skeleton className="h-10 w-full" />;
  // An engine that nobody has asked for is not missed, unless there is no other.
  const wanted = engines?.filter((engine) => installStateOf(engine, runs).type !== "missing") ?? [];
  const shown = wanted.length > 0 ? wanted : (engines?.slice(0, 1) ?? []);
  return shown.map((engine) => <EngineLine key={engine.id} engine={engine} runs={runs} />);
}

function EngineLine({ engine, runs }: { engine: EngineDescription; runs: readonly RunSummary[] }) {
  const t = useT("runs");
  const textOf = useFailureText();
  const words = useReasonWords();
  const told = (reason: FailureReason) => {
    const { why, todo } = words.failure(reason, "setup");
    return { why, todo };
  };
  const install = useInstallEngine();
  const { name } = engine;
  const state = installStateOf(engine, runs);
  const start = (word: "install" | "retry" | "repair") => (
    <Button size="sm" busy={install.isPending} onClick={() => install.mutate(engine.id)}>
      {t(`install.${word}`)}
    </Button>
  );
  const log = (run: RunSummary) => (
    <Button size="sm" variant="ghost" render={<Link href={runHref(run.id)} prefetch={false} />}>
      {t("install.log")}
    </Button>
  );
  if (install.isError) return <ErrorState {...textOf(install.error)} action={start("retry")} />;
  switch (state.type) {
    case "ready":
      return (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          {t("install.ready", { name, version: state.version })}
        </p>
      );
    case "installing":
      return (
        <div className="flex flex-col gap-2">
          <div className="flex min-h-7 items-center justify-between gap-3">
            <p className="font-medium">
              {t(state.run?.state.status === "queued" ? "install.waiting" : "install.progress", { name })}
            </p>
            {state.run ? log(state.run) : null}
          </div>
          {state.run ? <SetupProgress run={state.run} label={t("install.label", { name })} /> : null}
          <p className="text-muted text-xs">{t("install.meanwhile")}</p>
        </div>
      );
    case "missing":
      return (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="flex min-w-0 items-start gap-2">
            <Download aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            <span>
              {t(state.stopped ? "install.stopped" : "install.missing", { name })}
              <span className="block text-muted text-xs">{t("install.missingBody")}</span>
            </span>
          </p>
          {start("install")}
        </div>
      );
    case "failed":
      return (
        <ErrorState
          what={t("install.failed", { name })}
          {...told(state.reason)}
          details={state.reason.details}
          action={
            <>
              {start("retry")}
              {log(state.run)}
            </>
          }
        />
      );
    case "broken":
      return (
        <ErrorState
          what={t("install.broken", { name })}
          {...words.health(state.health)}
          details={state.health.details}
          action={start("repair")}
        />
      );
  }
}
