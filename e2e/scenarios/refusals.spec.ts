// Shows that everything the engine refuses, or would fail at later, is said in the page at its key, with what to do,
// and that Start stays shut: each kind of finding once, of the list that the check and the engine's own parser are held against.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { RunPreview } from "../../contract/preview.ts";
import type { Problem } from "../../contract/problem.ts";
import { routePaths } from "../../contract/route-paths.ts";
import type { RunSpec } from "../../contract/run.ts";
import { expect, test } from "../fixtures.ts";
import { LaunchPage } from "../pages/launch-page.ts";
import { repository, type Studio } from "../studio.ts";

const Refusal = z.object({ lines: z.array(z.string()), code: z.string(), path: z.string() });
const all = z
  .array(Refusal)
  .parse(
    JSON.parse(await readFile(join(repository, "server/engines/llamafactory/testing/refusals.json"), "utf8")),
  );

/** Findings of one code differ in their key and words alone, which the check's own tests hold. */
const list = all.filter(({ code }, at) => all.findIndex((each) => each.code === code) === at);

const good = `model_name_or_path: models/demo-text
template: qwen
stage: sft
do_train: true
finetuning_type: lora
dataset: people
dataset_dir: lists
learning_rate: 1.0e-4
logging_steps: 1
save_steps: 10
use_cpu: true
`;

function configOf(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const key = line.split(":")[0] ?? "";
    const others = text.split("\n").filter((each) => each !== "" && !each.startsWith(`${key}:`));
    return `${[...others, ...(line.endsWith(":-") ? [] : [line])].join("\n")}\n`;
  }, good);
}

/** The datasets and DeepSpeed settings that the list speaks of. */
async function furnish({ home }: Studio): Promise<void> {
  const rows = Array.from({ length: 20 }, (_, at) => ({ instruction: `${at}`, output: "a" }));
  const put = (path: string, value: unknown) => writeFile(join(home, path), JSON.stringify(value));
  await mkdir(join(home, "lists"));
  await mkdir(join(home, "models/tiny-adapter"), { recursive: true });
  await put("models/tiny-adapter/adapter_config.json", {});
  await put("lists/rows.json", rows);
  const columns = { prompt: "instruction", response: "output" };
  await put("lists/dataset_info.json", {
    people: { file_name: "rows.json" },
    places: { file_name: "rows.json" },
    pairs: { file_name: "rows.json", ranking: true },
    marks: { file_name: "rows.json", columns: { ...columns, kto_tag: "tag" } },
    pictures: { file_name: "rows.json", columns: { ...columns, images: "images" } },
    lost: { file_name: "lost.json" },
  });
  await put("zero2.json", { zero_optimization: { stage: 2 } });
  await put("zero3.json", { zero_optimization: { stage: 3 } });
  await writeFile(join(home, "broken.json"), "{");
}

/** What the server says of a config, asked as the page asks. */
async function preview(page: Page, config: string): Promise<Problem[]> {
  const spec: RunSpec = {
    kind: "train",
    engine: "llamafactory",
    name: "n",
    config,
    device: { type: "auto" },
  };
  const answer: unknown = await page.evaluate(
    async ([path, body]) => {
      const headers = { "content-type": "application/json", "x-anneal": "1" };
      const reply = await fetch(path, { method: "POST", headers, body });
      return reply.json();
    },
    [routePaths.previewRun.path, JSON.stringify(spec)] as const,
  );
  return RunPreview.parse(answer).problems;
}

/** The longest piece of a message that the page shows as it is: names of keys are set in another type. */
const longest = (message: string) =>
  message
    .split("`")
    .reduce((best, piece) => (piece.length > best.length ? piece : best), "")
    .trim();

const PARTS = 2;
for (let part = 0; part < PARTS; part += 1) {
  test(`refusals, ${part + 1} of ${PARTS}`, async ({ runs, studio }) => {
    test.setTimeout(240_000);
    await furnish(studio);
    const launch = await LaunchPage.open(runs.page, studio.origin);
    for (const { lines, code, path } of list.filter((_, at) => at % PARTS === part)) {
      await test.step(`${lines.join(", ")} → ${code}`, async () => {
        const config = configOf(lines);
        const told = await preview(runs.page, config);
        const problem = told.find((each) => each.code === code && each.path === path);
        expect(problem, code).toMatchObject({ severity: "error" });
        await launch.paste(config);
        await expect(launch.problem(longest(problem?.message ?? "")).first()).toBeVisible();
        await expect(launch.start).toBeDisabled();
      });
    }
    expect(await studio.api.runs()).toEqual([]);
  });
}
