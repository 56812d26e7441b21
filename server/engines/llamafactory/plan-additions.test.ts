// Shows which additions a run takes with it, and that a resumed or merged one takes those it was trained with.
import { describe, expect, it } from "vitest";
import type { LaunchAdditions, PlanInput } from "../../engine-interface/plan.ts";
import { plan } from "./plan.ts";

const additions: LaunchAdditions = {
  templates: [
    { name: "mine", format_user: ["<u>{{content}}"], mm_plugin: { name: "eyes" } },
    { name: "other", format_user: ["{{content}}"] },
  ],
  groups: [
    { name: "Acme", template: "mine", models: { "Acme-1B": { huggingface: "acme/one" } } },
    { name: "Else", template: "other", models: { "Else-1B": { huggingface: "acme/one" } } },
  ],
  plugins: [{ name: "sight", code: "print()\n", sha256: "00", registers: ["eyes"] }],
};
const config = "model_name_or_path: acme/one\ntemplate: mine\ndataset: d\n";
const input = (more: Partial<PlanInput> & { config?: string } = {}): PlanInput => ({
  spec: {
    kind: "train",
    engine: "llamafactory",
    name: "n",
    config: more.config ?? config,
    device: { type: "cpu" },
  },
  runDir: "/home/runs/r",
  home: "/home",
  python: "/python",
  lane: { type: "cpu" },
  attempt: 1,
  resumeFrom: null,
  additions,
  ...more,
});
const planned = (given: PlanInput, kept: Record<string, string> = {}) =>
  plan(
    given,
    () => false,
    (path) => kept[path] ?? null,
  );

describe("additions of a run", () => {
  it("writes what the config names beside it, and says the command that knows of it", () => {
    const { files, argv, command } = planned(input());
    expect(files.map(({ name }) => name)).toEqual([
      "train.yaml",
      "additions.json",
      "additions-plugin-sight.py",
    ]);
    expect(JSON.parse(files[1]?.text ?? "")).toEqual({
      plugins: [{ file: "additions-plugin-sight.py", sha256: "00" }],
      templates: [additions.templates[0]],
      groups: [additions.groups[0]],
    });
    expect(argv.slice(-2)).toEqual(["/home/runs/r/train.yaml", "/home/runs/r/additions.json"]);
    expect(command.slice(0, 2)).toEqual(["env", "CUDA_VISIBLE_DEVICES="]);
    expect(command.slice(-argv.length)).toEqual(argv);
  });

  it("leaves a run that uses none as it was", () => {
    const { files, command } = planned(input({ config: "model_name_or_path: acme/one\ntemplate: qwen\n" }));
    expect(files.map(({ name }) => name)).toEqual(["train.yaml"]);
    expect(command).toContain("llamafactory-cli");
  });

  it("goes on with its own copy, and merges with its parent's", () => {
    const text = '{"plugins": [{"file": "additions-plugin-sight.py"}]}';
    const copy = (run: string) => ({
      [`/home/runs/${run}/additions.json`]: text,
      [`/home/runs/${run}/additions-plugin-sight.py`]: "old",
    });
    const resumed = planned(input({ attempt: 2, resumeFrom: "/home/runs/r/output/checkpoint-1" }), copy("r"));
    expect(resumed.files.slice(1).map((file) => file.text)).toEqual([text, "old"]);
    const anew = planned(input({ attempt: 2 }), copy("r"));
    expect(anew.files[1]?.text).not.toBe(text);
    const merge = input();
    merge.spec = { ...merge.spec, kind: "merge", parent: "p", config: "template: mine\nexport_dir: /m\n" };
    const merged = planned(merge, copy("p"));
    expect(merged.files.slice(1).map((file) => file.text)).toEqual([text, "old"]);
    expect(merged.argv.at(-1)).toBe("/home/runs/r/additions.json");
  });
});
