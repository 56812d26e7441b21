// Shows which key a refusal of the engine's is put beside, from its words and from its source.
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../contract/config-document.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { knownArguments } from "./known-arguments.ts";
import { refusedKey, verdict } from "./verdict.ts";

const known = new Set(knownArguments().keys());
const key = (config: string, message: string, ...where: string[]) =>
  refusedKey({ message, where }, readConfig(config), known);

describe("the key of a refusal", () => {
  it("is the one in backticks or after dashes, before all a written one", () => {
    expect(key("stage: rm\n", "Please provide `model_name_or_path`.")).toBe("model_name_or_path");
    expect(key("streaming: true\n", "`max_samples` is incompatible with `streaming`.")).toBe("streaming");
    expect(key("", "`--project` must be specified when using Trackio.")).toBe("project");
    expect(key("foo: 1\n", "Some keys are not used by the HfArgumentParser: ['bar', 'foo']")).toBe("foo");
  });

  it("is the one of the engine's condition that the message speaks of", () => {
    const source = "if training_args.do_train and data_args.dataset is None:\n    raise ValueError(";
    expect(key("do_train: true\n", "Please specify dataset for training.", source)).toBe("dataset");
    const bf16 = "elif self.bf16 and not self.use_cpu:";
    expect(key("bf16: true\n", "Your setup doesn't support bf16/gpu. You need to assign use_cpu", bf16)).toBe(
      "bf16",
    );
    const adapter = "if model_args.adapter_name_or_path is not None and finetuning_args.create_new_adapter:";
    const both = "adapter_name_or_path: a\ncreate_new_adapter: true\n";
    expect(key(both, "Cannot create new adapter upon a quantized model.", adapter)).toBe(
      "create_new_adapter",
    );
  });

  it("is a written one of the condition when the message names none, from the inside out", () => {
    const config = "save_steps: abc\nlora_rank: 8\n";
    const frames = ["return a > b", "if self.save_strategy == SaveStrategy.STEPS and self.save_steps > 1:"];
    expect(key(config, "'>' not supported between instances of 'str' and 'int'", ...frames)).toBe(
      "save_steps",
    );
    expect(key("stage: pt\n", "Something else.", "return 1")).toBe("");
  });
});

describe("a verdict", () => {
  const plan: LaunchPlan = {
    kind: "train",
    files: [{ name: "train.yaml", text: "a: 1\n" }],
    argv: ["python", "-m", "torch.distributed.run", "--nproc_per_node", "2", "run.py"],
    env: { CUDA_VISIBLE_DEVICES: "0,1" },
    command: [],
    outputDir: null,
  };
  const spec: RunSpec = {
    kind: "train",
    engine: "llamafactory",
    name: "x",
    config: "# mine\ndeepspeed: ds.json\n",
    device: { type: "gpu", ids: [0, 1] },
  };
  const asked = (answer: unknown) => {
    const questions: unknown[] = [];
    const ask = async (...question: unknown[]) => {
      questions.push(question);
      return answer;
    };
    return { questions, said: verdict(spec, plan, { ask, known: null, gpu: null }) };
  };

  it("is asked about the text and the processes that would be run", async () => {
    const { questions, said } = asked({ accepted: true });
    expect(await said).toEqual([]);
    const params = { kind: "train", config: "a: 1\n", env: plan.env, processes: 2 };
    expect(questions).toEqual([["check", params]]);
  });

  it("keeps the engine's words, and finds the line of the user's text and the package that is missing", async () => {
    const message = "The 'deepspeed>=0.9.3' distribution was not found and is required by this application.";
    const { said } = asked({ accepted: false, message, kind: "PackageNotFoundError", where: [] });
    expect(await said).toEqual([
      {
        path: "deepspeed",
        line: 2,
        severity: "error",
        code: "engine.refused",
        message,
        packages: ["deepspeed"],
      },
    ]);
  });
});
