// Shows that what a run says it is doing, and every reason the contract knows, has Chinese words that can be formatted.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import { EngineHealth } from "../../../contract/engine.ts";
import { FailureReason, LostWhy } from "../../../contract/run.ts";
import { phaseKey } from "../../reason-words.ts";
import { reasons } from "./zh/reasons.ts";

const repository = join(import.meta.dirname, "../../..");
const folders = ["python", "server/engines/llamafactory/python", "server/engines/axolotl/python"];

/** What Python programs hand to events, without a full stop: `message=`, a phase, a table of stages. */
function sentencesIn(source: string): string[] {
  const found = source.matchAll(
    /(?:message=|\bphase\(|\bsay\(|_enter\("\w+", |else )"([A-Z][a-z][^"{.]*)"|^ {4}"\w+": "([A-Z][a-z][^".{]*)",$/gm,
  );
  return [...found].map((each) => each[1] ?? each[2] ?? "");
}
const sentences = folders.flatMap((folder) =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith(".py"))
    .flatMap((name) => sentencesIn(readFileSync(join(repository, folder, name), "utf8"))),
);

it("has words for what runs do", () => {
  expect(sentences).toEqual(expect.arrayContaining(["Training", "Loading the model", "Looking for uv"]));
  expect(sentences.map(phaseKey).filter((key) => reasons[key] === undefined)).toEqual([]);
});

it("has words for every reason, and what to do", () => {
  const broken = EngineHealth.options.find((option) => "why" in option.shape);
  const whys = broken && "why" in broken.shape ? broken.shape.why.unwrap().options : [];
  const codes = FailureReason.shape.code.options;
  const wanted = [
    ...whys.flatMap((why) => [`health-${why}`, `health-${why}-todo`]),
    ...codes.map((code) => `failure-${code}-todo`),
    // The engine's own errors are quoted.
    ...codes.filter((code) => code !== "engine-error").map((code) => `failure-${code}`),
    ...LostWhy.options.map((why) => `lost-${why}`),
  ];
  expect(whys).toHaveLength(5);
  expect(wanted.filter((key) => reasons[key] === undefined)).toEqual([]);
});

it("can be formatted", () => {
  const wrong: string[] = [];
  const t = createTranslator({
    locale: "zh",
    messages: reasons,
    onError: (error) => wrong.push(error.message),
  });
  const params = { python: "p", name: "n", version: "v", said: "s", gib: "1", signal: "S", code: 1 };
  for (const key of Object.keys(reasons)) t(key, { ...params, done: 1, total: 0, unit: "steps", what: "w" });
  expect(wrong).toEqual([]);
});
