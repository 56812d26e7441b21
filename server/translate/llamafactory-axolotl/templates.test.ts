// Shows that templates called the same are: each engine's own code writes the same text for the same conversation, with and
// without a system message. Left out where an engine is not installed.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { TEMPLATE_PAIRS } from "./templates.ts";

const llamafactory = process.env.ANNEAL_TEST_ENGINE_PYTHON ?? "";
const axolotl = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? "";
const scripts = join(import.meta.dirname, "../testing");
const tokenizer = join(import.meta.dirname, "../../../configs/demo/models/demo-text");
const Texts = z.record(z.string(), z.array(z.string()));

function textsOf(python: string, script: string, names: readonly string[]) {
  const env = { ...process.env, HF_HUB_OFFLINE: "1", AXOLOTL_DO_NOT_TRACK: "1", CUDA_VISIBLE_DEVICES: "" };
  const output = execFileSync(python, [join(scripts, script), tokenizer, ...new Set(names)], {
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return Texts.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
}

it.skipIf(llamafactory === "" || axolotl === "")(
  "write the same text",
  () => {
    const same = TEMPLATE_PAIRS.filter(({ isSame }) => isSame);
    const ours = textsOf(
      llamafactory,
      "llamafactory_texts.py",
      same.map(({ first }) => first),
    );
    const theirs = textsOf(
      axolotl,
      "axolotl_texts.py",
      same.map(({ second }) => second),
    );
    expect(same.length).toBeGreaterThan(10);
    for (const { first, second } of same) expect(theirs[second], `${first}, ${second}`).toEqual(ours[first]);
  },
  180_000,
);
