// Owns what every part of the launch form shares: the store, the findings, and the way to a field or a line.
"use client";
import { createContext, useContext } from "react";
import type { ConfigState, ConfigStore } from "@/client/launch/config-store.ts";
import type { Finding } from "@/client/launch/findings.ts";
import type { LaunchSource } from "@/client/launch/source.ts";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Problem } from "@/contract/problem.ts";

export type Launch = {
  engine: EngineDescription;
  store: ConfigStore;
  config: ConfigState;
  /** What relative paths are relative to, where it is not the home folder. */
  baseDir: string | undefined;
  /** A registered dataset that the form was opened for, where it is not in the config yet. */
  asked: LaunchSource["dataset"];
  findings: readonly Finding[];
  /** Goes to the field of the key where there is one, else to its line. */
  reveal: (problem: Problem) => void;
  revealLine: (line: number) => void;
  /** Applies the certain fixes of these findings. */
  fix: (problems: readonly Problem[]) => void;
};

const Context = createContext<Launch | null>(null);

export const LaunchProvider = Context.Provider;

export function useLaunch(): Launch {
  const launch = useContext(Context);
  if (!launch) throw new Error("useLaunch stands outside a launch form");
  return launch;
}

/** The worst finding on a key: the list is sorted, so the first. */
export function useFinding(path: string): Finding | undefined {
  return useLaunch().findings.find(({ problem }) => problem.path === path);
}
