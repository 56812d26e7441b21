// Owns the state of one launch form (config, name, device, start key) and keeps it in the tab's storage.
"use client";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type ConfigState, type ConfigStore, createConfigStore } from "@/client/launch/config-store.ts";
import {
  forgetDraft,
  isEdited,
  type LaunchDraft,
  loadDraft,
  saveDraft,
} from "@/client/launch/draft-storage.ts";
import type { LaunchSource } from "@/client/launch/source.ts";
import { keyFor, newStartKey } from "@/client/launch/start-key.ts";
import type { DeviceRequest, RunSpec } from "@/contract/run.ts";

export type LaunchState = {
  store: ConfigStore;
  config: ConfigState;
  /** Null: the suggested one. */
  name: string | null;
  setName: (name: string | null) => void;
  device: DeviceRequest;
  setDevice: (device: DeviceRequest) => void;
  /** True while the form shows changes of an earlier visit that nobody has confirmed or discarded. */
  restored: boolean;
  discard: () => void;
  /** The key to start this spec with; kept, so that a repeated start is the same start. */
  startKey: (spec: RunSpec) => string;
  /** What was started is there, and the form goes on: the same spec is another start from now on. */
  renewKey: () => void;
  /** The run is there: the draft has done its work. */
  forget: () => void;
};

function begin(source: LaunchSource): LaunchDraft & { restored: boolean } {
  const fresh: LaunchDraft = {
    text: source.text,
    from: source.text,
    drafts: [],
    name: null,
    device: source.device,
    start: newStartKey(),
  };
  const kept = loadDraft(source.key);
  return kept !== null && isEdited(kept) ? { ...kept, restored: true } : { ...fresh, restored: false };
}

/** A plain preset with nothing done to it loses nothing when it is left; `plain` is its text. */
export function isChanged({ config, name }: LaunchState, plain: string | undefined): boolean {
  return config.text !== plain || config.drafts.size > 0 || name !== null;
}

export function useLaunchState(source: LaunchSource): LaunchState {
  const [initial] = useState(() => begin(source));
  const [store] = useState(() => createConfigStore(initial.text, initial.drafts));
  const config = useSyncExternalStore(store.subscribe, store.read, store.read);
  const [name, setName] = useState(initial.name);
  const [device, setDevice] = useState<DeviceRequest>(initial.device);
  const [restored, setRestored] = useState(initial.restored);
  const start = useRef(initial.start);
  const done = useRef(false);

  const save = useCallback(() => {
    if (done.current) return;
    const drafts = [...config.drafts];
    saveDraft(source.key, {
      text: config.text,
      from: source.text,
      drafts,
      name,
      device,
      start: start.current,
    });
  }, [source, config, name, device]);

  // External system: the tab's storage.
  useEffect(save, [save]);

  return {
    store,
    config,
    name,
    setName,
    device,
    setDevice,
    restored,
    discard: () => {
      store.setText(source.text);
      for (const key of store.read().drafts.keys()) store.dropDraft(key);
      setName(null);
      setDevice(source.device);
      setRestored(false);
    },
    startKey: (spec) => {
      start.current = keyFor(start.current, spec);
      save();
      return start.current.key;
    },
    renewKey: () => {
      start.current = newStartKey();
      save();
    },
    forget: () => {
      done.current = true;
      forgetDraft(source.key);
    },
  };
}
