// Owns making a new run: checked by its engine, once per key, folder before row. Also what would happen (preview).
// Refuses to queue what cannot be started.
import { mkdirSync } from "node:fs";
import { monotonicFactory } from "ulid";
import { type GpuModel, gpuModel, type JudgedSpec } from "../../contract/gpu-model.ts";
import type { RunPreview } from "../../contract/preview.ts";
import { isStartable, type Problem } from "../../contract/problem.ts";
import type { RunSpec } from "../../contract/run.ts";
import type { CheckContext } from "../engine-interface/check-context.ts";
import type { Engine } from "../engine-interface/engine.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { LaunchPlan } from "../engine-interface/plan.ts";
import type { HomePaths } from "../home.ts";
import { configInvalid, invalid, missingDevices, refuseFullDisk, validSpec } from "./admission.ts";
import { checkpointState } from "./checkpoints.ts";
import { endOfQueue, laneFor } from "./queue.ts";
import type { RunStore } from "./store.ts";
import { waitingOf } from "./summary.ts";
import { refuseTakenTarget, WRITES_A_MODEL } from "./target.ts";

export type Creator = ReturnType<typeof createCreator>;

export function createCreator(context: {
  store: RunStore;
  engines: EngineHost;
  paths: HomePaths;
  gpus: () => Promise<number[]>;
  datasets: CheckContext["datasets"];
  pictures?: CheckContext["pictures"];
  mapped?: CheckContext["mapped"];
  reach?: CheckContext["reach"];
  gpuBytes?: (ids: readonly number[]) => Promise<number | null>;
  now: () => number;
}) {
  const { store, engines, paths, gpus, datasets, pictures, mapped, reach, gpuBytes, now } = context;
  const nextId = monotonicFactory();
  const making = new Map<string, Promise<string>>();

  /** `gpu`: judged as if it were this machine's. */
  async function check(engine: Engine, asked: RunSpec, gpu: GpuModel | null = null) {
    const known = gpu === null ? await gpus() : [0];
    const spec: RunSpec = gpu === null ? asked : { ...asked, device: { type: "auto" } };
    const health = await engines.health(engine.id);
    const wanted = spec.device.type === "gpu" ? spec.device.ids : spec.device.type === "auto" ? known : [];
    const result = await engine.check(spec, {
      home: paths.home,
      datasets,
      ...(pictures && { pictures }),
      checkpoint: checkpointState,
      ...(mapped && { mapped }),
      ...(reach && { reach }),
      templates: (await engines.templates(engine.id))?.templates ?? null,
      catalog: await engines.catalog(engine.id),
      arguments: await engines.knownArguments(engine.id),
      deviceCount: spec.device.type === "gpu" ? spec.device.ids.length : 1,
      hasGpu: known.length > 0 && spec.device.type !== "cpu",
      isOffline: process.env.HF_HUB_OFFLINE === "1",
      packages: health.status === "ready" ? health.packages : null,
      gpuBytes: gpu === null ? ((await gpuBytes?.(wanted)) ?? null) : gpu.memoryBytes,
      gpu,
    });
    return { ...result, problems: [...missingDevices(spec, known), ...result.problems] };
  }

  /** What would be started if every device were free. */
  async function planFor(engine: Engine, spec: RunSpec, id: string, python: string): Promise<LaunchPlan> {
    const lane = laneFor(spec, [], await gpus());
    const additions = await engines.additions?.(engine.id);
    const place = { runDir: paths.run(id), home: paths.home, python, lane, additions };
    return engine.plan({ spec, ...place, attempt: 1, resumeFrom: null });
  }

  async function plan(spec: RunSpec): Promise<LaunchPlan> {
    const python = await engines.python(spec.engine, spec.kind).catch(() => "python");
    return planFor(engines.get(spec.engine), spec, "new-run", python);
  }

  async function make(input: RunSpec, key: string): Promise<string> {
    const spec = validSpec(input);
    const engine = engines.get(spec.engine);
    if (!engine.kinds.includes(spec.kind)) throw invalid(`${engine.name} has no runs of kind ${spec.kind}.`);
    const python = await engines.python(spec.engine, spec.kind);
    const { problems } = await check(engine, spec);
    if (!isStartable(problems)) throw configInvalid(problems);
    refuseFullDisk(paths.home);
    const createdAt = now();
    const id = nextId(createdAt);
    const { outputDir, command } = await planFor(engine, spec, id, python);
    if (WRITES_A_MODEL.includes(spec.kind)) await refuseTakenTarget(store, outputDir);
    const health = await engines.health(spec.engine);
    mkdirSync(paths.runs, { recursive: true, mode: 0o700 });
    store.add(
      {
        v: 1,
        id,
        key,
        createdAt,
        engineVersion: health.status === "ready" ? health.version : null,
        spec,
      },
      {
        v: 1,
        state: { status: "queued", since: createdAt },
        name: spec.name,
        archived: false,
        attempt: 1,
        order: endOfQueue(store.byStatus(["queued"]).map(waitingOf)),
        lane: null,
        request: null,
        resumeFrom: null,
        outputDir,
        command,
        files: [],
        attempts: [],
      },
      engine.facts(spec.config),
    );
    return id;
  }

  return {
    /** What stands in the way of an attempt now: a run may have waited for hours, and files come and go. */
    async obstacle(spec: RunSpec, attempt: number): Promise<Problem | null> {
      const { problems } = await check(engines.get(spec.engine), spec);
      const errors = problems.filter(({ severity }) => severity === "error");
      // What an earlier attempt wrote is not in the way of the next one.
      return errors.find(({ code }) => attempt === 1 || !code.startsWith("output.")) ?? null;
    },

    /** The id of the run with this key; made now if there is none. */
    async create(spec: RunSpec, key: string): Promise<string> {
      const known = store.byKey(key)?.id ?? making.get(key);
      if (known) return known;
      const mine = make(spec, key).finally(() => making.delete(key));
      making.set(key, mine);
      return mine;
    },

    plan,

    async preview({ asIf, ...spec }: JudgedSpec): Promise<RunPreview> {
      const engine = engines.get(spec.engine);
      const { problems, estimate } = await check(engine, spec, gpuModel(asIf));
      try {
        const { files, command } = await plan(spec);
        return { problems, estimate, files, command };
      } catch {
        // The problems say why there is nothing to show.
        return { problems, estimate, files: [], command: [] };
      }
    },

    /** The files a queued run will be started with. */
    async plannedFiles(id: string): Promise<LaunchPlan["files"]> {
      const { spec } = store.asked(id);
      const python = await engines.python(spec.engine, spec.kind).catch(() => "python");
      return (await planFor(engines.get(spec.engine), spec, id, python)).files;
    },
  };
}
