// Owns what the page says of its engine: ready in one word, else what is going on and the way out.
"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { formatDuration } from "@/client/format/duration.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { useCheckEngine, useInstallEngine } from "@/client/queries/engines.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import type { EngineDescription } from "@/contract/engine.ts";

export function EngineWord({ engine }: { engine: EngineDescription }) {
  const t = useT("launch");
  if (engine.health.status !== "ready")
    return (
      <span className="flex items-center gap-1">
        <TriangleAlert aria-hidden className="size-3.5 text-warning" />
        {t("engine.notReady", { name: engine.name })}
      </span>
    );
  return (
    <span className="flex items-center gap-1">
      <CircleCheck aria-hidden className="size-3.5 text-success" />
      {t("engine.ready", { name: engine.name, version: engine.health.version })}
    </span>
  );
}

export function EngineNotice({ engine }: { engine: EngineDescription }) {
  const t = useT("launch");
  const textOf = useFailureText();
  const words = useReasonWords();
  const install = useInstallEngine();
  const check = useCheckEngine();
  const { health, name, id } = engine;
  const failure = install.isError ? <ErrorState {...textOf(install.error)} /> : null;
  switch (health.status) {
    case "ready":
      return null;
    case "installing":
      return <Installing name={name} runId={health.runId} />;
    case "missing":
      return (
        <Notice title={t("engine.missingWhat", { name })} body={t("engine.missingTodo")} extra={failure}>
          <Button variant="primary" size="sm" busy={install.isPending} onClick={() => install.mutate(id)}>
            {t("engine.install", { name })}
          </Button>
        </Notice>
      );
    case "broken":
      return (
        <ErrorState
          what={t("engine.brokenWhat", { name })}
          {...words.health(health)}
          details={health.details}
          action={
            <>
              <Button size="sm" busy={install.isPending} onClick={() => install.mutate(id)}>
                {t("engine.repair")}
              </Button>
              <Button size="sm" variant="ghost" busy={check.isPending} onClick={() => check.mutate(id)}>
                {t("engine.check")}
              </Button>
              {failure}
            </>
          }
        />
      );
  }
}

type NoticeProps = { title: string; body: string; children?: ReactNode; extra?: ReactNode };

function Notice({ title, body, children, extra }: NoticeProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-lg border bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-medium">{title}</p>
          <p className="text-muted text-xs">{body}</p>
        </div>
        {children}
      </div>
      {extra}
    </div>
  );
}

function Installing({ name, runId }: { name: string; runId: string }) {
  const t = useT("launch");
  const locale = useLocale();
  const words = useReasonWords();
  const run = useQuery(runQueries.list({ archived: false })).data?.find(({ id }) => id === runId);
  const share = run?.progress && run.progress.total > 0 ? run.progress.done / run.progress.total : null;
  const left =
    run?.etaMs == null ? null : t("engine.left", { time: formatDuration(run.etaMs / 1000, locale) });
  return (
    <Notice
      title={t("engine.installingWhat", { name })}
      body={t("engine.installingTodo")}
      extra={
        <div className="flex flex-col gap-1">
          <Progress value={share} aria-label={t("engine.installingWhat", { name })} />
          <p className="flex min-h-4 justify-between gap-3 text-muted text-xs tabular-nums">
            <span className="min-w-0 truncate">{words.phase(run?.progress?.message ?? "")}</span>
            <span className="shrink-0">{left}</span>
          </p>
        </div>
      }
    >
      <Button size="sm" render={<Link href={`/run/?id=${runId}`} />}>
        {t("engine.watch")}
      </Button>
    </Notice>
  );
}
