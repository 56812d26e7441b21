// Owns an engine for tests that is real in every respect but the training: plans, processes, events, requests, files.
// Refuses to be registered; only tests use it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ConfigValue, readConfig } from "../../../contract/config-document.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { Engine } from "../../engine-interface/engine.ts";
import type { EngineHost } from "../../engine-interface/host.ts";
import { StudioError } from "../../studio-error.ts";

const program = fileURLToPath(new URL("small_engine.py", import.meta.url));

export const smallEngine: Engine = {
  id: "small",
  name: "Small",
  kinds: ["train", "merge", "setup"],
  describe: (health) => ({
    id: "small",
    name: "Small",
    pinnedVersion: "1",
    health,
    roles: {
      model: "model",
      template: "template",
      datasets: "dataset",
      datasetDir: "dataset_dir",
      stage: "stage",
      method: "method",
      outputDir: "output_dir",
    },
    datasetForm: "names",
    trainCommand: [],
    stages: [],
    methods: [],
    groups: [],
    fields: [],
  }),
  presets: async () => [],
  facts(config) {
    const model = readConfig(config).get("model");
    return { model: typeof model === "string" ? model : null, datasets: ["d"], method: null, template: null };
  },
  plan({ spec, runDir, python, attempt, resumeFrom }) {
    const training = spec.kind !== "merge";
    const name = attempt === 1 ? "train.yaml" : `train-${attempt}.yaml`;
    const outputDir = training ? join(runDir, "output") : textOf(readConfig(spec.config).get("export_dir"));
    const config = readConfig(spec.config).with({
      ...(training && { output_dir: outputDir }),
      ...(resumeFrom !== null && { resume_from_checkpoint: resumeFrom }),
    });
    return {
      kind: spec.kind,
      files: [{ name, text: config.text }],
      argv: [python, program, join(runDir, name)],
      env: {},
      command: ["small", join(runDir, name)],
      outputDir,
    };
  },
  async check({ config }) {
    const { problems, get } = readConfig(config);
    const bad = get("steps") === undefined && get("export_dir") === undefined;
    const missing = {
      path: "steps",
      line: null,
      severity: "error",
      code: "x",
      message: "No steps.",
    } as const;
    const needs = get("needs");
    const gone = typeof needs === "string" && !existsSync(needs);
    const found = gone ? [{ ...missing, path: "needs", message: `There is no ${needs}.` }] : [];
    return { problems: [...problems, ...(bad ? [missing] : []), ...found], estimate: null };
  },
  mergeSpec: ({ spec, to, checkpoint }): RunSpec => ({
    kind: "merge",
    engine: "small",
    name: `Merge ${spec.name}`.slice(0, 80),
    config: readConfig(spec.config).with({ steps: undefined, export_dir: to, adapter: checkpoint ?? "final" })
      .text,
    device: { type: "cpu" },
  }),
  parseLine(line, t) {
    const found = /^step (\d+) of (\d+) loss ([\d.]+)$/.exec(line);
    if (!found) return [];
    const [step, total, loss] = found.slice(1).map(Number);
    if (step === undefined || total === undefined || loss === undefined) return [];
    return [
      { v: 1, t, type: "metrics", kind: "train", step, epoch: step / total, values: { loss } },
      { v: 1, t, type: "progress", done: step, total, unit: "steps", message: null },
    ];
  },
};

/** A host with the small engine, ready on the given Python. */
export function smallHost(python: string): EngineHost {
  return {
    get(id) {
      if (id === smallEngine.id) return smallEngine;
      throw new StudioError({ code: "engine.not-found", message: `There is no engine ${id}.` });
    },
    all: () => [smallEngine],
    health: async () => ({ status: "ready", python, version: "1", packages: {} }),
    python: async () => python,
    catalog: async () => null,
    templates: async () => null,
    arguments: async () => [],
    knownArguments: async () => null,
    ask: async () => null,
    close: async () => undefined,
  };
}

function textOf(value: ConfigValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
