// Shows what is found on a real disk: demo models, registered folders, adapters and merged results of runs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createModels } from "./models.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "anneal-models-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const write = (path: string, content: unknown) => {
  const full = join(home, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(
    full,
    Buffer.isBuffer(content) || typeof content === "string" ? content : JSON.stringify(content),
  );
};

/** A file with a real header and no weights behind it. */
function safetensors(tensors: Record<string, { dtype: string; shape: number[] }>): Buffer {
  const header = Buffer.from(JSON.stringify({ __metadata__: { format: "pt" }, ...tensors }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header]);
}

function model(path: string, config: object = { model_type: "qwen2", architectures: ["Qwen2ForCausalLM"] }) {
  write(`${path}/config.json`, config);
  write(`${path}/chat_template.jinja`, "<|im_start|>{{ x }}");
  write(
    `${path}/model.safetensors`,
    safetensors({ a: { dtype: "BF16", shape: [10, 20] }, b: { dtype: "F32", shape: [7] } }),
  );
}

const RUN = "01JD0000000000000000000000";

describe("models", () => {
  it("reads a demo model from its headers", async () => {
    model("models/demo-text");
    expect(await createModels(home).list()).toMatchObject([
      {
        name: "demo-text",
        source: "demo",
        kind: "model",
        architecture: "Qwen2ForCausalLM",
        parameters: 207,
        dtype: "BF16",
        multimodal: false,
        template: "qwen",
        base: null,
        runId: null,
      },
    ]);
  });

  it("knows models that see, and does not guess templates", async () => {
    model("models/eyes", { model_type: "qwen2_vl", vision_config: {} });
    model("models/other", { model_type: "qwen3" });
    const found = await createModels(home).list();
    expect(found.map(({ name, multimodal, template }) => [name, multimodal, template])).toEqual([
      ["eyes", true, "qwen2_vl"],
      ["other", false, null],
    ]);
  });

  it("finds the adapter of a training and the result of a merge, by the runs' names", async () => {
    model("models/demo-text");
    const merge = RUN.replace(/0$/, "1");
    write(`runs/${RUN}/spec.json`, { spec: { kind: "train", name: "old name" } });
    write(`runs/${RUN}/state.json`, { name: "new name", outputDir: join(home, "runs", RUN, "output") });
    write(`runs/${RUN}/output/adapter_config.json`, {
      base_model_name_or_path: join(home, "models/demo-text"),
    });
    write(`runs/${RUN}/output/adapter_model.safetensors`, safetensors({ a: { dtype: "F32", shape: [5] } }));
    write(`runs/${merge}/spec.json`, { spec: { kind: "merge", name: "merged" } });
    write(`runs/${merge}/state.json`, { name: "merged", outputDir: join(home, "elsewhere") });
    model("elsewhere");
    model("exports/kept");
    model("exports/half.partial-7");
    const found = await createModels(home).list();
    expect(found.map(({ name, kind, source, runId }) => [name, kind, source, runId])).toEqual([
      ["demo-text", "model", "demo", null],
      ["merged", "model", "run", merge],
      ["new name", "adapter", "run", RUN],
      ["kept", "model", "run", null],
    ]);
    expect(found[2]).toMatchObject({ parameters: 5, template: "qwen", architecture: "Qwen2ForCausalLM" });
  });

  it("registers a folder, or a folder of folders, and forgets it again", async () => {
    model("mine/a");
    model("mine/b");
    write("mine/notes.txt", "x");
    const models = createModels(home);
    const added = await models.add(join(home, "mine"));
    expect(added.source).toBe("folder");
    await models.add(join(home, "mine"));
    expect((await createModels(home).list()).map(({ name }) => name)).toEqual(["a", "b"]);
    await models.remove(added.id);
    expect(await models.list()).toEqual([]);
  });

  it.each([
    ["gone", "path.not-found"],
    ["empty", "path.not-a-model"],
    ["bare", "path.not-a-model"],
    ["file.txt", "path.not-a-model"],
  ])("refuses %s: %s", async (name, code) => {
    mkdirSync(join(home, "empty"));
    write("bare/config.json", {});
    write("file.txt", "x");
    await expect(createModels(home).add(join(home, name))).rejects.toMatchObject({ body: { code } });
    await expect(createModels(home).add(name)).rejects.toMatchObject({ body: { code: "path.not-found" } });
  });

  it("does not forget what was never registered", async () => {
    model("models/demo-text");
    const models = createModels(home);
    const [demo] = await models.list();
    await expect(models.remove(demo?.id ?? "")).rejects.toMatchObject({ body: { code: "model.not-found" } });
  });

  it("survives headers that lie and configs that are no JSON", async () => {
    write("models/lies/config.json", { model_type: "x" });
    write("models/lies/model.safetensors", Buffer.alloc(16, 255));
    write("models/torn/config.json", "{");
    write("models/torn/model.safetensors", "");
    expect(await createModels(home).list()).toEqual([]);
  });
});
