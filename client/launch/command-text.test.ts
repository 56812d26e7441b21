// Shows that a config becomes a command a shell hands over unchanged.
import { expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import { commandText } from "./command-text.ts";

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
