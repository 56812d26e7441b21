// Shows the names that are offered and the reasons a typed one is refused.
import { expect, it, test } from "vitest";
import { RunName } from "@/contract/run.ts";
import { baseName, baseOf, nameProblem, nextName } from "./run-name.ts";

test.each([
  ["Qwen/Qwen3-8B", "lora", "qwen3-8b-lora"],
  ["/home/me/models/My Model (v2)/", "full", "my-model-v2-full"],
  ["C:\\models\\tiny", undefined, "tiny"],
  ["", undefined, "run"],
  ["模型/千问", "lora", "千问-lora"],
])("%j with %j is %s", (model, method, name) => {
  expect(baseName(model, method)).toBe(name);
  expect(RunName.safeParse(nextName(name, [])).success).toBe(true);
});

it("counts on from the highest number in use", () => {
  expect(nextName("poem-lora", [])).toBe("poem-lora-01");
  expect(nextName("poem-lora", ["poem-lora-02", "poem-lora-7", "poem-07", "poem-lora", "poem-lora-x"])).toBe(
    "poem-lora-08",
  );
  expect(baseOf("poem-lora-07")).toBe("poem-lora");
  expect(baseOf("qwen3")).toBe("qwen3");
});

test.each([
  ["ok", null],
  ["  ", null],
  ["a/b", "characters"],
  ["x".repeat(81), "tooLong"],
])("%j is refused for %j", (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});
