// Owns how a training config becomes what is started: absolute paths, the few keys we add, and the argv.
// Refuses to drop or reword anything the user wrote.
import { join } from "node:path";
import { type ConfigDocument, type ConfigValue, readConfig } from "../../../contract/config-document.ts";
import type { LaunchPlan, PlanInput } from "../../engine-interface/plan.ts";
import { type Added, fileName, withAdded } from "../../engine-kit/added-keys.ts";
import { inputPath, modelPath, outputPath, type Places } from "../../engine-kit/places.ts";
import { textOf } from "../../engine-kit/values.ts";
import { DATASET_KEYS, datasetsIn } from "./dataset-entries.ts";
import { ours } from "./places.ts";

const MODEL_KEYS = [
  "base_model",
  "base_model_config",
  "tokenizer_config",
  "processor_config",
  "lora_model_dir",
];
const INPUT_KEYS = ["deepspeed", "resume_from_checkpoint"];
const OUTPUT_KEYS = ["dataset_prepared_path"];
/** Storage elsewhere that the engine reads by itself. */
const REMOTE = /^[a-z0-9]+:\/\//i;

/** Every path of the config made absolute, so that the file means the same wherever it is run. */
export function withAbsolutePaths(doc: ConfigDocument, places: Places, runDir: string): ConfigDocument {
  const changes: Record<string, ConfigValue> = {};
  const change = (key: string, path: (value: string) => string | null) => {
    const value = textOf(doc, key);
    const found = value === null ? null : path(value);
    if (found !== null && found !== value) changes[key] = found;
  };
  for (const key of MODEL_KEYS) change(key, (value) => modelPath(value, places));
  for (const key of INPUT_KEYS) change(key, (value) => inputPath(value, places));
  for (const key of OUTPUT_KEYS) change(key, (value) => outputPath(value, places, runDir));
  const entries = DATASET_KEYS.flatMap((key) => datasetsIn(doc, key));
  return entries.reduce((now, { key, at, path }) => {
    const found = path === null ? null : dataPath(path, places);
    return found === null || found === path ? now : now.withAt([key, at, "path"], found);
  }, doc.with(changes));
}

const DATA_FILE = /\.(?:jsonl?|csv|parquet|arrow|txt)$/i;

/** The file or folder that a dataset's path means; null for the hub and other storage. */
export function dataPath(path: string, places: Places): string | null {
  if (REMOTE.test(path)) return null;
  const found = inputPath(path, places);
  return DATA_FILE.test(path) || places.exists(found) ? found : modelPath(path, places);
}

function additions(doc: ConfigDocument, { attempt, resumeFrom, runDir }: PlanInput): Added[] {
  const lacks = (key: string) => doc.get(key) === undefined || doc.get(key) === null;
  const added: Added[] = [];
  const add = (key: string, value: ConfigValue, why: string) => added.push({ key, value, why });
  if (lacks("output_dir")) add("output_dir", join(runDir, "output"), "the folder of this run");
  if (lacks("dataset_prepared_path"))
    add("dataset_prepared_path", join(runDir, "prepared"), "tokenized examples, beside the run");
  if (resumeFrom !== null) add("resume_from_checkpoint", resumeFrom, `attempt ${attempt} goes on from here`);
  return added;
}

/** What every process of this engine finds in its environment. */
export function engineEnv(input: PlanInput): Record<string, string> {
  const devices: Record<string, string> =
    input.lane.type === "gpu"
      ? { CUDA_DEVICE_ORDER: "PCI_BUS_ID", CUDA_VISIBLE_DEVICES: input.lane.ids.join(",") }
      : // Threads that wait asleep rather than spinning: on a busy machine a step takes tens of times less.
        { CUDA_VISIBLE_DEVICES: "", OMP_WAIT_POLICY: "PASSIVE" };
  return {
    ...devices,
    PYTHONPATH: ours.python,
    PYTHONUNBUFFERED: "1",
    // Its telemetry would also make every start wait for ten seconds.
    AXOLOTL_DO_NOT_TRACK: "1",
    DO_NOT_TRACK: "1",
    HF_HUB_DISABLE_TELEMETRY: "1",
  };
}

/** What a shell needs to be told of devices before the engine's own program. */
export function shellWords({ lane, spec }: PlanInput): string[] {
  const gpus = lane.type === "gpu" ? lane.ids : [];
  const words = [
    ...(gpus.length > 0 ? [`CUDA_VISIBLE_DEVICES=${gpus.join(",")}`] : []),
    ...(spec.device.type === "cpu" ? ["CUDA_VISIBLE_DEVICES="] : []),
    "AXOLOTL_DO_NOT_TRACK=1",
  ];
  return ["env", ...words];
}

export function planTrain(input: PlanInput, exists: (path: string) => boolean): LaunchPlan {
  const { spec, runDir, home, lane, python } = input;
  const places = { baseDir: spec.baseDir ?? null, home, exists };
  const asked = readConfig(spec.config);
  const wanted = textOf(asked, "output_dir");
  const outputDir = wanted === null ? join(runDir, "output") : outputPath(wanted, places, runDir);
  const local = withAbsolutePaths(asked, places, runDir).with(
    wanted === null || wanted === outputDir ? {} : { output_dir: outputDir },
  );
  const doc = withAdded(local, additions(local, input));

  const file = join(runDir, fileName(input));
  const count = lane.type === "gpu" ? lane.ids.length : 1;
  // DeepSpeed and FSDP want the launcher even for a single process.
  const launcher = count > 1 || ["deepspeed", "fsdp", "fsdp_config"].some((key) => Boolean(doc.get(key)));
  const torchrun = ["-m", "torch.distributed.run", "--nproc_per_node", String(count), "--standalone"];
  return {
    kind: spec.kind,
    files: [{ name: fileName(input), text: doc.text }],
    argv: [python, ...(launcher ? torchrun : []), ours.runScript, file],
    env: engineEnv(input),
    command: [
      ...shellWords(input),
      "axolotl",
      "train",
      file,
      "--launcher",
      ...(launcher ? ["torchrun", "--", "--nproc_per_node", String(count), "--standalone"] : ["python"]),
    ],
    outputDir,
  };
}
