// Owns adding to a list of mappings: a registered dataset once the engine can read it, or a path; and taking one out.
"use client";
import { useRef, useState } from "react";
import { beginMapping, type MappingValues, mappingsAt, stageOf } from "@/client/launch/dataset-mappings.ts";
import { waitFor } from "@/client/launch/wait-for.ts";
import { forEngine } from "@/client/queries/for-engine.ts";
import type { ConfigPlace } from "@/contract/config-nested.ts";
import type { DatasetMappings } from "@/contract/engine.ts";
import type { LocalText } from "@/contract/text.ts";
import { useLaunch } from "./launch-context.tsx";

export type Pending = { name: string } & (
  | { status: "asking" }
  | { status: "translating"; done: number; total: number | null }
  | { status: "unfit"; reason: LocalText }
  | { status: "failed"; error: unknown }
);

const ASK_AGAIN_MS = 500;

export function useAddDataset(key: string, mappings: DatasetMappings) {
  const { engine, store } = useLaunch();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const asked = useRef(new Map<string, AbortController>());

  const show = (next: Pending) =>
    setPending((now) =>
      now.some(({ name }) => name === next.name)
        ? now.map((other) => (other.name === next.name ? next : other))
        : [...now, next],
    );
  const cancel = (name: string) => {
    asked.current.get(name)?.abort();
    asked.current.delete(name);
    setPending((now) => now.filter((other) => other.name !== name));
  };
  const append = (values: MappingValues) => {
    const value = store.read().doc.get(key);
    const found = mappingsAt(key, value);
    // A single mapping becomes the first of a list.
    if (found.length > 0 && !Array.isArray(value))
      store.setIn([key], [...found.map((mapping) => mapping.values), values]);
    else store.setIn([key, found.length], values);
  };
  const stage = () => stageOf(engine.stages, store.read().shown.get(engine.roles.stage));

  /** Without a folder it is one of the home's own. */
  async function add(name: string, dir: string | null): Promise<void> {
    cancel(name);
    const control = new AbortController();
    asked.current.set(name, control);
    show({ name, status: "asking" });
    const body = { engine: engine.id, dataset: name, ...(dir === null ? {} : { dir }), stage: stage() };
    try {
      let answer = await forEngine(body, control.signal);
      while (answer.status === "translating") {
        show({ name, ...answer });
        await waitFor(ASK_AGAIN_MS, control.signal);
        answer = await forEngine(body, control.signal);
      }
      if (control.signal.aborted) return;
      if (answer.status === "unfit") return show({ name, ...answer });
      append(answer.mapping);
      cancel(name);
    } catch (error) {
      if (!control.signal.aborted) show({ name, status: "failed", error });
    }
  }

  return {
    pending,
    add,
    cancel,
    addPath: (path: string) => append(beginMapping(path, mappings, stage())),
    remove: (place: ConfigPlace) => store.setIn(place, undefined),
  };
}

export type Adding = ReturnType<typeof useAddDataset>;
