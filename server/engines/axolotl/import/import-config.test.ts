// Shows what is made of Axolotl's own documents: blocks taken word for word, JSON, commands, and what is said about them.
import { describe, expect, it, test } from "vitest";
import { readConfig } from "../../../../contract/config-document.ts";
import { pairs, usage } from "../testing/multimodal-page.ts";
import { importConfig } from "./import-config.ts";

describe("YAML", () => {
  it("takes the block of settings word for word, and says what it leaves open", () => {
    const { config, kind, problems } = importConfig(usage);
    expect({ config, kind }).toEqual({ config: usage, kind: "yaml" });
    expect(problems).toMatchObject([
      { path: "chat_template", severity: "info", code: "import.empty-key", line: 7 },
    ]);
  });

  test.each(pairs)("takes the block of $id word for word", ({ text: block }) => {
    expect(importConfig(`\`\`\`yaml\n${block}\`\`\`\n`)).toEqual({
      config: block.trimEnd(),
      kind: "yaml",
      problems: [],
    });
  });

  it("writes numbers so that the engine's reader sees numbers, and names keys that it would drop", () => {
    const { config, problems } = importConfig('learning_rate: 1e-4 # lr\nlora_r: "8"\nlora_rr: 3\n');
    expect(config).toBe("learning_rate: 1.0e-4 # lr\nlora_r: 8\nlora_rr: 3\n");
    expect(problems).toMatchObject([{ path: "lora_rr", code: "axolotl.key-unknown" }]);
  });

  it("gives back what cannot be read, with what is wrong", () => {
    expect(importConfig("base_model: [\n")).toMatchObject({
      config: "base_model: [\n",
      problems: [{ code: "yaml.syntax" }],
    });
  });
});

it("makes YAML of JSON, with a line for each key of a dataset", () => {
  const { config, kind } = importConfig(
    '{"base_model": "a/b", "datasets": [{"path": "x.json", "type": "alpaca"}]}',
  );
  expect({ config, kind }).toEqual({
    kind: "json",
    config: "base_model: a/b\ndatasets:\n  - path: x.json\n    type: alpaca\n",
  });
});

it("makes keys of a command's flags, and says that its file is missing", () => {
  const { config, kind, problems } = importConfig(
    "$ axolotl train examples/cfg.yml --learning-rate 1e-4 --lora-r=16 \\\n  --no-sample-packing --bf16 false --launcher torchrun -- --nproc_per_node 2",
  );
  expect(kind).toBe("command");
  const doc = readConfig(config);
  expect(Object.fromEntries(doc.keys.map((key) => [key, doc.get(key)]))).toEqual({
    learning_rate: 1e-4,
    lora_r: 16,
    sample_packing: false,
    bf16: false,
  });
  expect(problems).toMatchObject([{ code: "import.file-needed", params: { file: "examples/cfg.yml" } }]);
});

it("says of a command what it is not, and which of its words it could not use", () => {
  const codes = (text: string) => importConfig(text).problems.map(({ code }) => code);
  expect(codes("axolotl merge-lora x.yml --lora-r 8")).toEqual(["import.other-action", "import.file-needed"]);
  expect(codes("python -m axolotl.cli.inference x.yml")).toEqual([
    "import.other-action",
    "import.file-needed",
  ]);
  expect(codes("accelerate launch -m axolotl.cli.train x.yml")).toEqual(["import.file-needed"]);
  expect(codes("axolotl train x.yml --datasets.0.path data.json")).toEqual([
    "import.file-needed",
    "import.word",
    "import.word",
  ]);
});
