// Owns what tests of twins share: a studio on both real engines, runs awaited to their end, and what each step measured.
import { expect } from "@playwright/test";
import type { Api } from "../api.ts";
import { Studio } from "../studio.ts";

const llamafactory = process.env.ANNEAL_TEST_ENGINE_PYTHON ?? "";
const axolotl = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";

export async function studioOfBoth(): Promise<Studio> {
  expect(llamafactory, "ANNEAL_TEST_ENGINE_PYTHON names a Python with LLaMA-Factory").not.toBe("");
  expect(axolotl, "ANNEAL_TEST_AXOLOTL_PYTHON names a Python with Axolotl").not.toBe("");
  return Studio.create({
    executor: "local",
    enginePython: [`llamafactory=${llamafactory}`, `axolotl=${axolotl}`],
  });
}

export type Measured = Readonly<Record<string, unknown>>;

export const numberIn = (values: Measured | undefined, name: string): number =>
  typeof values?.[name] === "number" ? values[name] : Number.NaN;

export async function trained(api: Api, id: string): Promise<Measured[]> {
  const events = (await api.events(id)).map(({ event }) => event);
  return events.flatMap((event) =>
    event.type === "metrics" && event.kind === "train" ? [event.values] : [],
  );
}

export async function succeeds(api: Api, id: string): Promise<void> {
  const status = async () => (await api.run(id)).summary.state.status;
  await expect
    .poll(async () => ["succeeded", "failed", "lost"].includes(await status()), { timeout: 240_000 })
    .toBe(true);
  expect((await api.run(id)).summary.state).toMatchObject({ status: "succeeded" });
}

/** Of each step, how many tokens Axolotl learned from: it tells the sum so far. */
export const learnedIn = (steps: readonly Measured[]): number[] =>
  steps.map(
    (values, at) =>
      numberIn(values, "tokens/trainable") - (at === 0 ? 0 : numberIn(steps[at - 1], "tokens/trainable")),
  );
