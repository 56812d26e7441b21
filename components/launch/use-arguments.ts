// Owns all keys of the engine as rows, once the engine has told them; the fields of the form alone until then.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type ArgumentRow, argumentRows } from "@/client/launch/argument-rows.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import type { EngineArgument, EngineDescription } from "@/contract/engine.ts";

const none: readonly EngineArgument[] = [];

export type Arguments = {
  rows: readonly ArgumentRow[];
  status: "asking" | "told" | "unknown";
  error: unknown;
  retry: () => void;
};

export function useArguments(engine: EngineDescription): Arguments {
  const query = useQuery(engineQueries.arguments(engine.id));
  const known = query.data ?? none;
  const rows = useMemo(() => argumentRows(engine, known), [engine, known]);
  const { isPending, error, refetch } = query;
  const status = query.data ? "told" : isPending ? "asking" : "unknown";
  return useMemo(
    () => ({ rows, status, error, retry: () => void refetch() }),
    [rows, status, error, refetch],
  );
}
