// Shows that a config becomes a command a shell hands over unchanged.
import { expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import { commandOf, commandText } from "./command-text.ts";

it("writes a flag per key, quoted where a shell needs it", () => {
  const doc = readConfig(
    "stage: sft\nlearning_rate: 1.0e-4\nbf16: true\ndataset: [a, b]\ntemplate:\ndefault_system: It's me\nlr_scheduler_kwargs: {min_lr_rate: 0.1}\n",
  );
  expect(commandText(["llamafactory-cli", "train"], doc)).toBe(`llamafactory-cli train \\
    --stage sft \\
    --learning_rate 1.0e-4 \\
    --bf16 True \\
    --dataset a,b \\
    --default_system 'It'\\''s me' \\
    --lr_scheduler_kwargs '{"min_lr_rate":0.1}'`);
});

it("writes the file first for an engine that takes nothing else", () => {
  const doc = readConfig("base_model: it's # mine\n");
  const engine = { trainCommand: ["axolotl", "train"], trainTakes: "file" } as const;
  expect(commandOf({ ...engine, trainCommand: [...engine.trainCommand] }, "a b", doc)).toBe(
    "cat > 'a b.yaml' <<'END_OF_CONFIG'\nbase_model: it's # mine\nEND_OF_CONFIG\naxolotl train 'a b.yaml'",
  );
});
