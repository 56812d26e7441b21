// Shows `anneal check` as a shell sees it: what it prints for people and for programs, and its exit code.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { Problem } from "../../../contract/problem.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-check-"));
afterAll(() => rmSync(base, { recursive: true }));
const program = join(import.meta.dirname, "..", "main.ts");
/** A network that is switched off would be the reason for everything. */
const { HF_HUB_OFFLINE: _, ...own } = process.env;
const env = { ...own, ANNEAL_HOME: join(base, "home"), ANNEAL_ENGINE_PYTHON: "/nowhere/python" };
const Answer = z.object({ ok: z.boolean(), problems: z.array(Problem) });

const good = `model_name_or_path: models/demo-text
template: qwen
stage: sft
dataset: demo_pirate
learning_rate: 1.0e-4
logging_steps: 1
`;

function check(config: string, ...words: string[]): Promise<{ code: number; out: string }> {
  const file = join(base, "some.yaml");
  writeFileSync(file, config);
  const argv = ["--disable-warning=ExperimentalWarning", program, "check", file, ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, argv, { cwd: base, env }, (error, out) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out }),
    );
  });
}

describe("anneal check", () => {
  it("passes a good file, and says when the engine could not be asked", async () => {
    const { code, out } = await check(good);
    expect(code).toBe(0);
    expect(out).toContain("The engine itself was not asked.");
    expect(out).toMatch(/✓ some\.yaml: \d remarks\.\n$/);
  });

  it("names file, line, what is wrong and what to do, and fails", async () => {
    const { code, out } = await check(`${good}lora_rank: "8"\nlerning_rate: 2\n`, "--quick");
    expect(code).toBe(1);
    expect(out).toContain('some.yaml:7  error    `lora_rank` must be a whole number, not "8".\n');
    expect(out).toContain("fix: lora_rank: 8");
    expect(out).toContain("→ Did you mean `learning_rate`?");
    expect(out).toMatch(/✗ some\.yaml: 2 errors/);
  });

  it("is one JSON document for programs", async () => {
    const { code, out } = await check(`${good}packing: "false"\n`, "--quick", "--json");
    const { ok, problems } = Answer.parse(JSON.parse(out));
    expect({ ok, code }).toEqual({ ok: false, code: 1 });
    expect(problems[0]).toMatchObject({
      path: "packing",
      line: 7,
      severity: "error",
      code: "value.type",
      fix: { value: false },
    });
    const broken = Answer.parse(JSON.parse((await check("a: [1\nb: 2", "--json")).out));
    expect(broken.problems[0]).toMatchObject({ code: "yaml.syntax", severity: "error" });
  });

  it("takes an export for what it is", async () => {
    const { out } = await check(
      `model_name_or_path: models/demo-text\nexport_dir: out\nlearning_rate: 1\n`,
      "--quick",
    );
    expect(out).toContain("the engine refuses it in a merge or export");
  });

  it("asks whether a host that a run would fetch from can be reached", async () => {
    const content = [{ type: "image", url: "https://pictures.invalid/a.png" }];
    const messages = [
      { role: "user", content },
      { role: "assistant", content: "A bee." },
    ];
    writeFileSync(join(base, "bees.jsonl"), `${JSON.stringify({ messages })}\n`);
    const config = `base_model: models/demo-text\nlearning_rate: 1.0e-4\nadapter: lora\ndatasets:\n  - {path: ${join(base, "bees.jsonl")}, ds_type: json, type: chat_template}\n`;
    const { code, out } = await check(config, "--quick");
    expect(code).toBe(1);
    expect(out).toMatch(/error .*A picture of `.*bees\.jsonl`.* pictures\.invalid, which cannot be reached/);
  });

  it("asks for the engine where the keys do not tell it, and looks at a file as each kind of run", async () => {
    expect(await check("learning_rate: 1.0e-4\n", "--quick")).toEqual({ code: 1, out: "" });
    const axolotl = "base_model: models/demo-text\nlearning_rate: 1.0e-4\nadapter: lora\n";
    const { code, out } = await check(axolotl, "--quick", "--kind", "quantize");
    expect(code).toBe(1);
    expect(out).toContain("there is no `quantization` block");
    expect(out).not.toContain("model_name_or_path");
  });
});
