// Owns what a test asks of the API as a script would: making runs quickly, and the truth to compare a page with.
import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { z } from "zod";
import { readConfig } from "../contract/config-document.ts";
import { DatasetForEngine, type DatasetForEngineRequest } from "../contract/dataset-for-engine.ts";
import type { FollowRequest } from "../contract/follow.ts";
import { LocalModel, Preset } from "../contract/library.ts";
import { Outlook } from "../contract/outlook.ts";
import { RunDetail, type RunSpec, type RunStatus, RunSummary } from "../contract/run.ts";
import type { RunAction } from "../contract/run-action.ts";
import { LogChunk, StampedEvent } from "../contract/run-event.ts";
import { Settings } from "../contract/system.ts";
import { Translation } from "../contract/translate.ts";

type Ask = (path: string, init: RequestInit) => Promise<unknown>;
type Changes = Parameters<ReturnType<typeof readConfig>["with"]>[0];
const EventPage = z.object({ items: z.array(StampedEvent), more: z.boolean() });

export type Point = { step: number; loss: number };

export class Api {
  readonly #ask: Ask;
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async #get(path: string): Promise<unknown> {
    return this.#ask(path, {});
  }
  async #send(method: "POST" | "PUT", path: string, body: unknown): Promise<unknown> {
    return this.#ask(path, { method, body: JSON.stringify(body) });
  }

  async runs(archived = false): Promise<RunSummary[]> {
    return z.array(RunSummary).parse(await this.#get(`/api/runs${archived ? "?archived=true" : ""}`));
  }
  async run(id: string): Promise<RunDetail> {
    return RunDetail.parse(await this.#get(`/api/runs/${id}`));
  }
  async models(): Promise<LocalModel[]> {
    return z.array(LocalModel).parse(await this.#get("/api/models"));
  }
  async presetConfig(id: string): Promise<string> {
    const presets = z.array(Preset).parse(await this.#get("/api/presets"));
    const found = presets.find((preset) => preset.id === id);
    if (!found) throw new Error(`There is no preset ${id}`);
    return found.config;
  }
  async saveSettings(changes: Partial<Settings>): Promise<Settings> {
    return Settings.parse(await this.#send("PUT", "/api/settings", changes));
  }

  /** Queues the demo under this name; a name with "fail" plays a failure. */
  async startDemo(name: string, changes: Changes = {}): Promise<RunSummary> {
    return this.startFrom("demo-text", name, changes);
  }
  /** Queues what the form makes of this preset with these values. */
  async startFrom(preset: string, name: string, changes: Changes): Promise<RunSummary> {
    const config = readConfig(await this.presetConfig(preset)).with(changes).text;
    return this.startRun({ kind: "train", engine: "llamafactory", name, config, device: { type: "cpu" } });
  }
  /** Preferences on the tiny model, from the recorded run's own settings. */
  async startPreferences(name: string, changes: Changes = {}): Promise<RunSummary> {
    return this.startFrom("dpo", name, {
      model_name_or_path: "models/demo-text",
      template: "qwen",
      dataset: "demo_preference",
      cutoff_len: 128,
      num_train_epochs: 5,
      per_device_train_batch_size: 4,
      gradient_accumulation_steps: 1,
      learning_rate: 4e-4,
      bf16: false,
      val_size: 0.1,
      eval_strategy: "steps",
      eval_steps: 20,
      logging_steps: 2,
      save_steps: 60,
      ...changes,
    });
  }
  async startRun(spec: RunSpec): Promise<RunSummary> {
    return RunSummary.parse(await this.#send("POST", "/api/runs", { spec, key: randomUUID() }));
  }
  async outlook(spec: RunSpec): Promise<Outlook> {
    return Outlook.parse(await this.#send("POST", "/api/outlook", { spec }));
  }
  /** The same recipe for another engine. */
  async twinOf(spec: RunSpec, to: string): Promise<{ spec: RunSpec; translation: Translation }> {
    const translation = await this.#until(
      async () => Translation.parse(await this.#send("POST", "/api/translate", { spec, to })),
      ({ waiting }) => waiting.length === 0,
    );
    return {
      spec: { ...spec, engine: to, name: `${spec.name}-twin`, config: translation.config },
      translation,
    };
  }
  /** A dataset of the studio as an entry of an engine's list. */
  async mappingFor(request: DatasetForEngineRequest) {
    const found = await this.#until(
      async () => DatasetForEngine.parse(await this.#send("POST", "/api/datasets/for-engine", request)),
      ({ status }) => status !== "translating",
    );
    if (found.status !== "ready") throw new Error(JSON.stringify(found));
    return found.mapping;
  }
  /** Asks again until the studio has written its copy of the dataset. */
  async #until<T>(ask: () => Promise<T>, isThere: (answer: T) => boolean): Promise<T> {
    let answer = await ask();
    const isReady = async () => {
      if (!isThere(answer)) answer = await ask();
      return isThere(answer);
    };
    await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
    return answer;
  }
  async act(id: string, action: RunAction): Promise<RunSummary> {
    return RunSummary.parse(await this.#send("POST", `/api/runs/${id}/actions`, action));
  }
  async merge(id: string): Promise<RunSummary> {
    return RunSummary.parse(await this.#send("POST", `/api/runs/${id}/merge`, { key: randomUUID() }));
  }

  /** What else a run's engine makes of it. */
  async follow(
    id: string,
    kind: FollowRequest["kind"],
    values: FollowRequest["values"] = {},
  ): Promise<RunSummary> {
    const body: FollowRequest = { kind, values, key: randomUUID() };
    return RunSummary.parse(await this.#send("POST", `/api/runs/${id}/follows`, body));
  }

  async status(id: string): Promise<RunStatus> {
    return (await this.run(id)).summary.state.status;
  }
  async events(id: string): Promise<StampedEvent[]> {
    const all: StampedEvent[] = [];
    for (;;) {
      const last = all.at(-1);
      const after = last ? `?attempt=${last.attempt}&offset=${last.offset}` : "";
      const { items, more } = EventPage.parse(await this.#get(`/api/runs/${id}/events${after}`));
      all.push(...items);
      if (!more || items.length === 0) return all;
    }
  }
  async log(id: string): Promise<string> {
    return LogChunk.parse(await this.#get(`/api/runs/${id}/log`)).text;
  }

  /** The train losses the engine wrote, by step; of a step that a resume went over again, the last word. */
  async curve(id: string): Promise<Point[]> {
    const points = new Map<number, number>();
    for (const { event } of await this.events(id)) {
      if (event.type === "begin")
        for (const step of [...points.keys()]) if (step > event.step) points.delete(step);
      if (event.type !== "metrics" || event.kind !== "train") continue;
      const { loss } = event.values;
      if (typeof loss === "number") points.set(event.step, loss);
    }
    return [...points].map(([step, loss]) => ({ step, loss })).sort((a, b) => a.step - b.step);
  }
}
