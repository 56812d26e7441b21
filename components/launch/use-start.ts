// Owns starting the run: whether it may start, why not, and starting it exactly once.
"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { isApiFailure } from "@/client/http.ts";
import type { Answer } from "@/client/launch/findings.ts";
import { useCreateRun } from "@/client/queries/runs.ts";
import { readConfig } from "@/contract/config-document.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { RunSpec } from "@/contract/run.ts";
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
  busy: boolean;
  /** Why the last start of this very config came to nothing. */
  failure: unknown;
  /** The server's own findings at the last refused start. */
  refused: Answer | null;
};

export function useStart(spec: RunSpec, state: LaunchState): Start {
  const router = useRouter();
  const create = useCreateRun();
  // A second click comes before the first one's state is on the screen.
  const sent = useRef(false);
  const [refused, setRefused] = useState<Answer | null>(null);
  const go = () => {
    if (sent.current) return;
    sent.current = true;
    create.mutate(
      { spec, key: state.startKey(spec) },
      {
        onSuccess(run) {
          state.forget();
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
  return {
    go,
    busy: create.isPending || create.isSuccess,
    // It was about the config of that moment.
    failure: refused?.doc.text === spec.config ? create.error : null,
    refused,
  };
}
