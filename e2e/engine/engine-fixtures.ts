// Owns what tests on the real engine are given: a studio on a fresh home with LLaMA-Factory behind it, and its Python.
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { test as base } from "@playwright/test";
import { z } from "zod";
import { repository, Studio } from "../studio.ts";

const execute = promisify(execFile);

export function enginePython(): string {
  const path = process.env.ANNEAL_TEST_ENGINE_PYTHON;
  if (path) return path;
  throw new Error("ANNEAL_TEST_ENGINE_PYTHON names no Python with LLaMA-Factory; npm test sets it.");
}

export const test = base.extend<{ studio: Studio }>({
  studio: async ({ playwright: _ }, use) => {
    const studio = await Studio.create({ executor: "local", enginePython: enginePython() });
    await use(studio);
    await studio.remove();
  },
});

/** Runs one of the demo scripts with the engine's Python; answers its standard output. */
export async function demoScript(name: string, ...words: string[]): Promise<string> {
  const script = join(repository, "python/demo", name);
  const { stdout } = await execute(enginePython(), [script, ...words], {
    env: offline(),
    maxBuffer: 1 << 24,
  });
  return stdout;
}

/** The engine's own command line, as a user without Anneal would call it. */
export async function plainTrain(file: string, outputDir: string): Promise<void> {
  const command = join(dirname(enginePython()), "llamafactory-cli");
  const words = ["train", file, `output_dir=${outputDir}`];
  await execute(command, words, { env: { ...offline(), OMP_WAIT_POLICY: "PASSIVE" }, maxBuffer: 1 << 26 });
}

export async function answers(model: string, questions: string[], images: string[] = []): Promise<string[]> {
  const words = [model, ...questions, ...images.flatMap((image) => ["--image", image])];
  const Answers = z.object({ answers: z.array(z.object({ answer: z.string() })) });
  return Answers.parse(JSON.parse(await demoScript("answer.py", ...words))).answers.map(
    ({ answer }) => answer,
  );
}

function offline(): NodeJS.ProcessEnv {
  return { ...process.env, HF_HUB_OFFLINE: "1", TRANSFORMERS_OFFLINE: "1" };
}
