// Shows that everything the engine refuses, or fails at later, is refused by us at its key and line; the engine's own
// parser is the reference where there is an engine.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../../../../contract/config-document.ts";
import { check } from "../check.ts";
import { configOf, refusals } from "../testing/refusals.ts";
import { goodConfig, workplace } from "../testing/workplace.ts";

const python = process.env.ANNEAL_TEST_ENGINE_PYTHON;
/** Reads each file as the engine's command line does, and gives it to the engine's own parser. */
const ASK = `
import json, os, sys
os.environ.update(HF_HUB_OFFLINE="1", CUDA_VISIBLE_DEVICES="", LLAMAFACTORY_VERBOSITY="ERROR")
from omegaconf import OmegaConf
from llamafactory.hparams import get_train_args
answers = []
for path in json.load(open(sys.argv[1])):
    try:
        get_train_args(OmegaConf.to_container(OmegaConf.load(path)))
        answers.append(None)
    except BaseException as error:
        answers.append(f"{type(error).__name__}: {error}")
json.dump(answers, open(sys.argv[2], "w"))
`;

const place = workplace();
afterAll(place.remove);

const titled = refusals.map((refusal) => ({ ...refusal, title: refusal.lines.join(", ") }));

describe("our check", () => {
  it.each(titled)("refuses $title", async (refusal) => {
    const { gpus } = refusal;
    const config = configOf(refusal.lines);
    const device = gpus ? ({ type: "gpu", ids: gpus } as const) : ({ type: "auto" } as const);
    const context = { ...place.context, hasGpu: gpus !== undefined, packages: { torch: "2.11.0" } };
    const { problems } = await check({ ...place.spec(config), device }, context);
    const found = problems.filter(({ code, path }) => code === refusal.code && path === refusal.path);
    expect(problems.map(({ code, path, severity }) => [code, path, severity])).toContainEqual([
      refusal.code,
      refusal.path,
      "error",
    ]);
    expect(found[0]?.line).toBe(readConfig(config).lineOf(refusal.path));
    expect(found[0]?.hint ?? found[0]?.fix).toBeDefined();
  });
});

describe.skipIf(!python)("the engine's own parser", () => {
  const asked = refusals.filter(({ engine }) => engine !== "elsewhere");
  const configs = [goodConfig, ...asked.map(({ lines }) => configOf(lines))];
  const answers = (): (string | null)[] => {
    const paths = configs.map((text, at) => {
      const path = join(place.home, `ask-${at}.yaml`);
      writeFileSync(path, text.includes("output_dir") ? text : `${text}output_dir: ${place.home}/new\n`);
      return path;
    });
    const [list, answer] = [join(place.home, "ask.json"), join(place.home, "answer.json")];
    writeFileSync(list, JSON.stringify(paths));
    execFileSync(python ?? "", ["-c", ASK, list, answer], {
      cwd: place.home,
      stdio: ["ignore", "ignore", "pipe"],
    });
    return place.read(answer);
  };

  it("refuses what we say it refuses, and accepts what we say fails later", { timeout: 180_000 }, () => {
    const [good, ...said] = answers();
    expect(good).toBeNull();
    const wrong = asked.flatMap(({ lines, engine }, at) => {
      const answer = said[at] ?? null;
      const asWeSay =
        typeof engine === "object" ? new RegExp(engine.says, "i").test(answer ?? "") : answer === null;
      return asWeSay ? [] : [{ lines, engine, answer }];
    });
    expect(wrong).toEqual([]);
  });
});
