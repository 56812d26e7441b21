// Owns how a training config becomes what is started: absolute paths, the few keys we add, and the argv.
// Refuses to drop or reword anything the user wrote.
import { join } from "node:path";
import { type ConfigDocument, type ConfigValue, readConfig } from "../../../contract/config-document.ts";
import type { LaunchPlan, PlanInput } from "../../engine-interface/plan.ts";
import { type Added, fileName, withAdded } from "../../engine-kit/added-keys.ts";
import { inputPath, modelPath, outputPath, type Places } from "../../engine-kit/places.ts";
import { flagOf, listOf, textOf } from "../../engine-kit/values.ts";
import { defaultDatasetDir, ours } from "./places.ts";

const MODEL_KEYS = [
  "model_name_or_path",
  "adapter_name_or_path",
  "ref_model",
  "ref_model_adapters",
  "reward_model",
  "reward_model_adapters",
];
const INPUT_KEYS = [
  "dataset_dir",
  "media_dir",
  "deepspeed",
  "fsdp_config",
  "resume_from_checkpoint",
  "adapter_folder",
  "new_special_tokens_config",
  "export_quantization_dataset",
];
const OUTPUT_KEYS = ["tokenized_path", "cache_dir", "logging_dir", "profiler_output_dir", "swanlab_logdir"];

/** Values that only look like paths: words of the engine and JSON written in place. */
const isNoPath = (key: string, value: string) =>
  value.startsWith("{") || (key === "dataset_dir" && (value === "ONLINE" || value.startsWith("REMOTE:")));

/** Every path of the config made absolute, so that the file means the same wherever it is run. */
export function absolutePaths(
  doc: ConfigDocument,
  places: Places,
  runDir: string,
): Record<string, ConfigValue> {
  const changes: Record<string, ConfigValue> = {};
  for (const key of MODEL_KEYS) {
    const value = textOf(doc, key);
    if (value === null) continue;
    const parts = value.split(",").map((part) => modelPath(part.trim(), places) ?? part.trim());
    changes[key] = parts.join(",");
  }
  for (const key of INPUT_KEYS) {
    const value = textOf(doc, key);
    if (value !== null && !isNoPath(key, value)) changes[key] = inputPath(value, places);
  }
  for (const key of OUTPUT_KEYS) {
    const value = textOf(doc, key);
    if (value !== null) changes[key] = outputPath(value, places, runDir);
  }
  return Object.fromEntries(Object.entries(changes).filter(([key, value]) => doc.get(key) !== value));
}

function additions(doc: ConfigDocument, input: PlanInput, places: Places): Added[] {
  const { attempt, resumeFrom, lane, runDir } = input;
  const lacks = (key: string) => doc.get(key) === undefined || doc.get(key) === null;
  const added: Added[] = [];
  const add = (key: string, value: ConfigValue, why: string) => added.push({ key, value, why });

  if (!["do_train", "do_eval", "do_predict"].some((key) => doc.keys.includes(key)))
    add("do_train", true, "a run of this kind trains");
  if (lacks("dataset_dir")) add("dataset_dir", defaultDatasetDir(places), "where the datasets are");
  if (lacks("output_dir")) add("output_dir", join(runDir, "output"), "the folder of this run");
  if (lacks("report_to")) add("report_to", "none", "nothing is sent anywhere");
  if (lane.type === "cpu" && lacks("use_cpu")) add("use_cpu", true, "this run is on the CPU");
  if (resumeFrom !== null) {
    add("resume_from_checkpoint", resumeFrom, `attempt ${attempt} goes on from here`);
    // Left on, it would make the engine delete its log of the attempts before.
    if (flagOf(doc, "overwrite_output_dir")) add("overwrite_output_dir", false, "");
  } else if (attempt > 1 && !flagOf(doc, "overwrite_output_dir")) {
    add("overwrite_output_dir", true, `attempt ${attempt} begins anew`);
  }
  return added;
}

/** The engine asks its environment where to download from. */
function hubEnv({ hub }: PlanInput["spec"]): Record<string, string> {
  if (hub === "modelscope") return { USE_MODELSCOPE_HUB: "1" };
  return hub === "modelers" ? { USE_OPENMIND_HUB: "1" } : {};
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
    DO_NOT_TRACK: "1",
    HF_HUB_DISABLE_TELEMETRY: "1",
    ...hubEnv(input.spec),
  };
}

export function planTrain(input: PlanInput, exists: (path: string) => boolean): LaunchPlan {
  const { spec, runDir, home, lane, python } = input;
  const places = { baseDir: spec.baseDir ?? null, home, exists };
  const asked = readConfig(spec.config);
  const wanted = textOf(asked, "output_dir");
  const outputDir = wanted === null ? join(runDir, "output") : outputPath(wanted, places, runDir);
  const local = asked.with({
    ...absolutePaths(asked, places, runDir),
    ...(wanted === null || wanted === outputDir ? {} : { output_dir: outputDir }),
  });
  const doc = withAdded(local, additions(local, input, places));

  const file = join(runDir, fileName(input));
  const gpus = lane.type === "gpu" ? lane.ids : [];
  // DeepSpeed and FSDP want the launcher even for a single process.
  const sharded = Boolean(doc.get("deepspeed")) || listOf(doc, "fsdp").length > 0;
  const launcher = gpus.length > 1 || sharded;
  const shell = [
    ...(gpus.length > 0 ? [`CUDA_VISIBLE_DEVICES=${gpus.join(",")}`] : []),
    ...(spec.device.type === "cpu" ? ["CUDA_VISIBLE_DEVICES="] : []),
    ...(launcher ? ["FORCE_TORCHRUN=1"] : []),
    ...Object.entries(hubEnv(spec)).map(([name, value]) => `${name}=${value}`),
  ];
  const torchrun = [
    "-m",
    "torch.distributed.run",
    "--nproc_per_node",
    String(gpus.length || 1),
    "--standalone",
  ];
  return {
    kind: spec.kind,
    files: [{ name: fileName(input), text: doc.text }],
    argv: [python, ...(launcher ? torchrun : []), ours.runScript, file],
    env: engineEnv(input),
    command: [...(shell.length > 0 ? ["env", ...shell] : []), "llamafactory-cli", "train", file],
    outputDir,
  };
}
