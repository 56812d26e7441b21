// Owns starting the run, or only preparing its data: whether it may start, why not, and starting it exactly once.
"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { isApiFailure } from "@/client/http.ts";
import type { Answer } from "@/client/launch/findings.ts";
import { lastEngine } from "@/client/launch/first-engine.ts";
import { preparingSpec } from "@/client/launch/preparing.ts";
import { runQueries, useCreateRun } from "@/client/queries/runs.ts";
import { readConfig } from "@/contract/config-document.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { RunSpec, RunSummary } from "@/contract/run.ts";
import type { LaunchState } from "./use-launch-state.ts";

export type Block =
  | { kind: "syntax" }
  | { kind: "name" }
  | { kind: "problems"; count: number }
  | { kind: "engine"; status: Exclude<EngineDescription["health"]["status"], "ready"> };

type Facts = {
  engine: EngineDescription;
  readable: boolean;
  nameFits: boolean;
  blocking: number;
};

/** The first reason why the run cannot start now; null when it can. */
export function blockOf({ engine, readable, nameFits, blocking }: Facts): Block | null {
  if (!readable) return { kind: "syntax" };
  if (!nameFits) return { kind: "name" };
  if (blocking > 0) return { kind: "problems", count: blocking };
  return engine.health.status === "ready" ? null : { kind: "engine", status: engine.health.status };
}

export type Start = {
  go: () => void;
  /** Null where the engine has no such runs. */
  prepare: (() => void) | null;
  busy: boolean;
  /** Why the last start of this very config came to nothing. */
  failure: unknown;
  /** The server's own findings at the last refused start. */
  refused: Answer | null;
};

export function useStart(spec: RunSpec, engine: EngineDescription, state: LaunchState): Start {
  const router = useRouter();
  const cache = useQueryClient();
  const create = useCreateRun();
  // A second click comes before the first one's state is on the screen.
  const sent = useRef(false);
  const [refused, setRefused] = useState<Answer | null>(null);
  const send = (asked: RunSpec, onStarted: (run: RunSummary) => void | Promise<void>) => {
    if (sent.current) return;
    sent.current = true;
    create.mutate(
      { spec: asked, key: state.startKey(asked) },
      {
        async onSuccess(run) {
          lastEngine.set(asked.engine);
          await onStarted(run);
          router.push(`/run/?id=${run.id}`);
        },
        onError(error) {
          sent.current = false;
          const problems = isApiFailure(error) ? (error.body?.problems ?? []) : [];
          setRefused({ doc: readConfig(spec.config), problems });
        },
      },
    );
  };
  /** The config stays in the form and says where its data lies, so that its training finds it. */
  const keepPrepared = async ({ id }: RunSummary) => {
    state.renewKey();
    const key = engine.roles.preparedDir;
    const detail = await cache.fetchQuery(runQueries.detail(id)).catch(() => null);
    if (key && detail?.outputDir && !state.store.read().doc.get(key))
      state.store.set({ [key]: detail.outputDir });
  };
  return {
    go: () => send(spec, state.forget),
    prepare: engine.kinds.includes("preprocess") ? () => send(preparingSpec(spec), keepPrepared) : null,
    busy: create.isPending || create.isSuccess,
    // It was about the config of that moment.
    failure: refused?.doc.text === spec.config ? create.error : null,
    refused,
  };
}
