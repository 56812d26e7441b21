// Owns a studio with a run in every state a person meets, made by playing recordings. Refuses made-up data.
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import type { RunStatus } from "../../contract/run.ts";
import { engineOf } from "../engine-process.ts";
import { Studio } from "../studio.ts";

export type Shown = {
  studio: Studio;
  succeeded: string;
  failed: string;
  paused: string;
  merged: string;
  preferences: string;
  running: string;
  queued: string;
};

async function reaches(studio: Studio, id: string, status: RunStatus): Promise<void> {
  await expect.poll(() => studio.api.status(id), { timeout: 60_000 }).toBe(status);
}

async function stepsDone(studio: Studio, id: string): Promise<number> {
  return (await studio.api.run(id)).summary.progress?.done ?? 0;
}

const attemptOf = (studio: Studio, id: string) => join(studio.home, "runs", id, "attempt-1");

/** Without one now and then, a run that holds still would be taken for stalled. */
export async function signOfLife({ studio, running }: Shown): Promise<void> {
  await appendFile(join(attemptOf(studio, running), "output.log"), "\r");
}

export async function populate(): Promise<Shown> {
  const studio = await Studio.create({ executor: "replay", seconds: 8, engine: "both" });
  const { api } = studio;
  const finish = async (name: string, changes = {}) => {
    const { id } = await api.startDemo(name, changes);
    await reaches(studio, id, "succeeded");
    return id;
  };
  const succeeded = await finish("pirate-lora-01");
  await finish("pirate-lora-02", { lora_rank: 16, learning_rate: 5e-4 });
  const { id: merged } = await api.merge(succeeded);
  await reaches(studio, merged, "succeeded");
  const { id: preferences } = await api.startPreferences("pirate-dpo-01");
  await reaches(studio, preferences, "succeeded");
  const { id: failed } = await api.startDemo("pirate-fail-long-context", { cutoff_len: 512 });
  await reaches(studio, failed, "failed");
  for (const [name, action, status] of [
    ["pirate-freeze-01", "stop", "stopped"],
    ["pirate-lora-03", "pause", "paused"],
  ] as const) {
    const { id } = await api.startDemo(name);
    await expect.poll(() => stepsDone(studio, id), { timeout: 60_000 }).toBeGreaterThan(60);
    await api.act(id, { action });
    await reaches(studio, id, status);
  }
  const paused = (await api.runs()).find(({ state }) => state.status === "paused")?.id ?? "";

  const { id: running } = await api.startDemo("pirate-lora-04");
  await expect.poll(() => stepsDone(studio, running), { timeout: 60_000 }).toBeGreaterThan(110);
  // Its clock is stopped, so that it is in its middle on every picture.
  process.kill(await engineOf(studio, running), "SIGSTOP");
  const { id: queued } = await api.startDemo("pirate-lora-05", { num_train_epochs: 12 });
  await api.startDemo("pirate-full-01", { finetuning_type: "full", learning_rate: 1e-4 });
  return { studio, succeeded, failed, paused, merged, preferences, running, queued };
}
