// Axolotl on the CPU, started and led in the browser: typed points live, save now, pause, resume, stop and keep, merge;
// preferences, pictures; and the plain command line on the file of the run gives the same losses.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { type ConfigValue, readConfig } from "../../contract/config-document.ts";
import type { RunDetail, RunStatus } from "../../contract/run.ts";
import type { RunEvent } from "../../contract/run-event.ts";
import { held } from "../engine-process.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { Studio } from "../studio.ts";

const execute = promisify(execFile);
const python = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";

let studio: Studio;
test.beforeAll(async () => {
  expect(python, "ANNEAL_TEST_AXOLOTL_PYTHON names a Python with Axolotl; npm test sets it").not.toBe("");
  studio = await Studio.create({ executor: "local", enginePython: `axolotl=${python}` });
});
test.afterAll(() => studio?.remove());

/** Whatever stands in the way of a start on this machine, set as the checks propose. */
async function acceptFixes(launch: LaunchPage): Promise<void> {
  const fix = launch.checks.getByRole("button", { name: /^(Apply all|Set to)/ });
  await expect(fix.first()).toBeVisible();
  await expect
    .poll(async () => {
      if (await fix.first().isVisible()) await fix.first().click();
      return fix.count();
    })
    .toBe(0);
}

/** A preset for models of one's own, with one of the demo's and one of the studio's datasets. */
async function filledIn(page: Page, preset: string, model: string, dataset: string): Promise<LaunchPage> {
  await page.goto(studio.address);
  await page.getByRole("heading", { name: "Runs", level: 1 }).waitFor();
  const launch = await LaunchPage.open(page, studio.origin, `?preset=${preset}`);
  await launch.model.fill(model);
  await page.getByRole("option", { name: model }).click();
  await launch.form.getByRole("combobox", { name: "Add a dataset of yours" }).fill(dataset);
  await page.getByRole("option", { name: dataset }).click();
  await expect(launch.editor.getByText(`${dataset}.json`)).toBeVisible();
  return launch;
}

async function change(launch: LaunchPage, changes: Record<string, ConfigValue | undefined>): Promise<void> {
  await launch.paste(readConfig(await launch.text()).with(changes).text);
}

/** Ends as expected, or shows why not. */
async function reaches(id: string, status: RunStatus): Promise<RunDetail> {
  await expect
    .poll(
      async () => {
        const { state } = (await studio.api.run(id)).summary;
        if (state.status === "failed") throw new Error(JSON.stringify(state.reason, null, 2));
        return state.status;
      },
      { timeout: 240_000 },
    )
    .toBe(status);
  return studio.api.run(id);
}

async function metrics(id: string, attempt = 1): Promise<Extract<RunEvent, { type: "metrics" }>[]> {
  const events = (await studio.api.events(id)).filter((stamped) => stamped.attempt === attempt);
  return events.flatMap(({ event }) => (event.type === "metrics" && event.kind === "train" ? [event] : []));
}
const reachesStep = (id: string, step: number) =>
  expect.poll(async () => (await metrics(id)).at(-1)?.step ?? 0, { timeout: 240_000 }).toBeGreaterThan(step);

test("the demo trains live, saves, pauses and resumes, equals the plain command line, and merges", async ({
  page,
}) => {
  await page.goto(studio.address);
  await page.getByRole("heading", { name: "Runs", level: 1 }).waitFor();
  const launch = await LaunchPage.open(page, studio.origin, "?preset=axolotl-demo-text");
  await change(launch, { max_steps: 150, logging_steps: 1 });
  const run = await launch.startRun();
  const { id } = run;

  await test.step("numbers arrive while it is looked at, and a checkpoint is written when asked for", async () => {
    await run.loss.getByRole("img").waitFor({ timeout: 240_000 });
    await expect.poll(() => run.pointCount(), { timeout: 120_000 }).toBeGreaterThan(5);
    await held(studio, id, () => page.getByRole("button", { name: "Save now" }).click());
    await expect
      .poll(async () => (await studio.api.run(id)).checkpoints.some(({ complete }) => complete), {
        timeout: 60_000,
        intervals: [100],
      })
      .toBe(true);
    const [first] = await metrics(id);
    const names = ["loss", "grad_norm", "learning_rate", "ppl", "tokens/trainable", "steps_per_second"];
    for (const name of names) expect(typeof first?.values[name], name).toBe("number");
  });

  await test.step("pause writes a checkpoint, resume goes on from it", async () => {
    await held(studio, id, async () => {
      await run.pause.click();
      await expect.poll(() => studio.api.status(id)).toBe("pausing");
    });
    const { summary } = await reaches(id, "paused");
    const step = summary.state.status === "paused" ? summary.state.step : null;
    await run.resumeFromNewest();
    const { begin, checkpoints } = await reaches(id, "succeeded");
    expect(begin?.resumedFrom).toBe(step);
    expect(checkpoints.map(({ step: at }) => at)).toContain(150);
    expect((await metrics(id)).at(0)?.values.loss).toBeGreaterThan(2);
    expect((await metrics(id, 2)).at(-1)?.values.loss).toBeLessThan(1);
    await run.showsCurve(await studio.api.curve(id));
  });

  await test.step("the same file gives the plain command line the same losses", async () => {
    // From a checkpoint: the engine draws the first weights of an adapter anew each time, seed or not.
    const output = join(studio.home, "plain");
    const file = join(studio.home, "runs", id, "train-2.yaml");
    await execute(
      join(dirname(python), "axolotl"),
      ["train", file, "--launcher", "python", "--output-dir", output],
      {
        env: {
          ...process.env,
          HF_HUB_OFFLINE: "1",
          AXOLOTL_DO_NOT_TRACK: "1",
          CUDA_VISIBLE_DEVICES: "",
          OMP_WAIT_POLICY: "PASSIVE",
        },
        maxBuffer: 1 << 26,
      },
    );
    const plain = new Map((await loggedLosses(output)).map(({ step, loss }) => [step, loss]));
    const ours = await metrics(id, 2);
    expect(ours.length).toBeGreaterThan(50);
    for (const { step, values } of ours)
      expect(values.loss, `step ${step}`).toBeCloseTo(plain.get(step) ?? Number.NaN, 3);
  });

  await test.step("it merges into a whole model", async () => {
    const merge = await run.startMerge();
    const { artifacts } = await reaches(merge.id, "succeeded");
    expect(artifacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["model.safetensors", "config.json", "tokenizer.json", "chat_template.jinja"]),
    );
  });
});

test("preferences are learnt with their own numbers, and a stop keeps the adapter", async ({ page }) => {
  const launch = await filledIn(page, "axolotl-dpo", "demo-text", "demo_preference");
  await acceptFixes(launch);
  await change(launch, {
    num_epochs: 20,
    micro_batch_size: 2,
    gradient_accumulation_steps: 1,
    logging_steps: 1,
  });
  const run = await launch.startRun();
  const { id } = run;
  await reachesStep(id, 1);
  await expect(run.page.getByRole("figure", { name: /^Rewards?/ }).first()).toBeVisible();
  await held(studio, id, () => run.chooseStop("Stop and keep the adapter"));
  const { artifacts } = await reaches(id, "stopped");
  expect(artifacts.map(({ name }) => name)).toContain("adapter_model.safetensors");
  const [first] = await metrics(id);
  for (const name of ["loss", "rewards/chosen", "rewards/margins", "logps/rejected"])
    expect(typeof first?.values[name], name).toBe("number");
});

test("a model that sees learns from a dataset of the studio, put into messages with pictures", async ({
  page,
}) => {
  const launch = await filledIn(page, "axolotl-qwen2-vl", "demo-vision", "demo_shapes");
  await expect(launch.form.getByText(/\d+ modules learn, of/)).toBeVisible({ timeout: 60_000 });
  await acceptFixes(launch);
  await change(launch, {
    max_steps: 2,
    image_size: undefined,
    image_resize_algorithm: undefined,
    logging_steps: 1,
    gradient_accumulation_steps: 1,
  });
  const { id } = await launch.startRun();
  await reaches(id, "succeeded");
  expect(await metrics(id)).toHaveLength(2);
  expect(await studio.api.log(id)).not.toContain("Traceback");
});

async function loggedLosses(output: string): Promise<{ step: number; loss: number }[]> {
  const State = z.object({
    log_history: z.array(z.object({ step: z.number(), loss: z.number().optional() })),
  });
  const path = join(output, "checkpoint-150", "trainer_state.json");
  const { log_history } = State.parse(JSON.parse(await readFile(path, "utf8")));
  return log_history.flatMap(({ step, loss }) => (loss === undefined ? [] : [{ step, loss }]));
}
