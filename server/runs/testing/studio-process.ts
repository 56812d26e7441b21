// Owns a studio in a process of its own, for tests that kill it. Takes a home; makes a run for each line it reads.
// Refuses to end by itself.
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createLocalExecutor } from "../../executors/local/executor.ts";
import { findPython } from "../../executors/local/system-python.ts";
import { createStudio } from "../../studio.ts";
import { smallHost } from "./small-engine.ts";

const home = process.argv[2] ?? "";
const python = await findPython();
const pythonDir = fileURLToPath(new URL("../../../python", import.meta.url));
const studio = createStudio({
  home,
  executor: createLocalExecutor({ pythonDir, python: async () => python }),
  engines: smallHost(python),
  gpus: async () => [],
  datasets: async () => null,
});
await studio.start();
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const config: unknown = JSON.parse(line);
  const spec = { kind: "train", engine: "small", name: "Bench run", device: { type: "cpu" } } as const;
  const run = await studio.runs.create({ ...spec, config: String(config) }, "the-only-one");
  console.log(run.id);
}
