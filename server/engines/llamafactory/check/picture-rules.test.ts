// Shows that a cutoff inside the pictures is found before Start, on the demo's own pictures, and quickly enough for typing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createDatasetFiles } from "../../../datasets/dataset-service.ts";
import type { CheckContext } from "../../../engine-interface/check-context.ts";
import { check } from "../check.ts";

const demo = join(import.meta.dirname, "../../../../configs/demo");
const files = createDatasetFiles({ home: join(tmpdir(), "anneal-no-home") });
afterAll(() => files.reading.close());
const recipe = readFileSync(join(demo, "demo-vision-lora.yaml"), "utf8");

const context: CheckContext = {
  home: "/nowhere",
  datasets: async (dir) => (await files.registry.list(dir)).datasets,
  pictures: files.pictures,
  mapped: files.mapped,
  templates: [
    {
      name: "qwen2_vl",
      format_system: ["<|im_start|>system\n{{content}}<|im_end|>\n"],
      format_user: ["<|im_start|>user\n{{content}}<|im_end|>\n<|im_start|>assistant\n"],
      default_system: "You are a helpful assistant.",
    },
  ],
  catalog: null,
  deviceCount: 1,
  hasGpu: false,
};
const place = { model_name_or_path: join(demo, "models/demo-vision"), dataset_dir: join(demo, "data") };

async function found(more: Record<string, unknown>, wanted = "data.cutoff-pictures") {
  const changed = { ...place, ...more };
  const kept = recipe
    .split("\n")
    .filter(
      (line) => !(line.split(":")[0] ?? "").trim().match(RegExp(`^(${Object.keys(changed).join("|")})$`)),
    );
  const config = [...kept, ...Object.entries(changed).map(([key, value]) => `${key}: ${value}`)].join("\n");
  const spec = { kind: "train", engine: "llamafactory", name: "t", config, device: { type: "cpu" } } as const;
  const { problems } = await check(spec, context);
  return problems.find(({ code }) => code === wanted);
}

describe("a cutoff and the pictures of a dataset", () => {
  it("is an error where the pictures do not fit, with the numbers", async () => {
    const problem = await found({ cutoff_len: 16 });
    expect(problem).toMatchObject({
      severity: "error",
      path: "cutoff_len",
      params: { pictures: 9, count: 1 },
    });
    expect(problem?.message).toContain("Image features and image tokens do not match");
  });

  it("says nothing of a cutoff that may be enough, of other stages, and of models that it cannot count for", async () => {
    expect(await found({})).toBeUndefined();
    expect(await found({ cutoff_len: 60 })).toBeUndefined();
    expect(await found({ cutoff_len: 16, stage: "pt" })).toBeUndefined();
    expect(
      await found({ cutoff_len: 16, model_name_or_path: join(demo, "models/demo-text") }),
    ).toBeUndefined();
  });

  it("counts pictures after the engine's own resizing", async () => {
    expect(await found({ cutoff_len: 60, image_min_pixels: 400 * 400 })).toMatchObject({
      params: { pictures: 196 },
    });
  });
});

describe("a picture that is an address", () => {
  const dir = mkdtempSync(join(tmpdir(), "anneal-addresses-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  it("is an error with its row, for the engine opens files only", async () => {
    const columns = { messages: "messages", images: "images" };
    const tags = { role_tag: "role", content_tag: "content", user_tag: "user", assistant_tag: "assistant" };
    const info = { shown: { file_name: "shown.jsonl", formatting: "sharegpt", columns, tags } };
    const rows = [join(demo, "data/shapes/a.png"), "https://pictures.invalid/a.png"].map((image) => ({
      messages: [
        { role: "user", content: "<image>?" },
        { role: "assistant", content: "A" },
      ],
      images: [image],
    }));
    writeFileSync(join(dir, "dataset_info.json"), JSON.stringify(info));
    writeFileSync(join(dir, "shown.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    const named = { dataset: "shown", dataset_dir: dir };
    expect(await found(named, "dataset.address")).toMatchObject({
      severity: "error",
      path: "dataset",
      params: { row: 2, source: "https://pictures.invalid/a.png", count: 1 },
    });
    expect(await found({}, "dataset.address")).toBeUndefined();
  });
});
