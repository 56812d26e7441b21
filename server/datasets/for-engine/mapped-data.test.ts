// Shows that datasets of Axolotl's message format are looked at before a start: the documented example passes, each bad row is
// named with its number, whether its file is registered or not.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { RunSpec } from "../../../contract/run.ts";
import type { CheckContext } from "../../engine-interface/check-context.ts";
import { axolotl } from "../../engines/axolotl/index.ts";
import { createReach } from "../../system/reach.ts";
import { createDatasetFiles } from "../dataset-service.ts";
import { forEngine } from "./for-engine.ts";
import { writeSampleSets } from "./testing/sample-sets.ts";

const home = mkdtempSync(join(tmpdir(), "anneal-mapped-"));
const dir = join(home, "datasets");
const files = createDatasetFiles({ home });
beforeAll(() => {
  writeSampleSets(dir, ["black-circle-1.png", "black-circle-2.png"]);
  mkdirSync(join(home, "models", "text"), { recursive: true });
  writeFileSync(join(home, "models", "text", "config.json"), JSON.stringify({ model_type: "qwen2" }));
});
afterAll(async () => {
  await files.copies.close();
  await files.reading.close();
  rmSync(home, { recursive: true });
});

/** As the guide to Axolotl's multimodal datasets gives it. */
const EXAMPLE = `[
  {
    "messages": [
      {
        "role": "system",
        "content": [
          {"type": "text", "text": "You are a helpful assistant."}
        ]
      },
      {
        "role": "user",
        "content": [
          {"type": "image", "url": "https://huggingface.co/datasets/huggingface/documentation-images/resolve/main/bee.jpg"},
          {"type": "text", "text": "Describe this image in detail."}
        ]
      },
      {
        "role": "assistant",
        "content": [
          {"type": "text", "text": "The image is a bee."}
        ]
      }
    ]
  }
]
`;

const answer = { role: "assistant", content: [{ type: "text", text: "A shape." }] };
const good = { role: "user", content: [{ type: "text", text: "What?" }] };
const rowOf = (...content: unknown[]) => ({ messages: [{ role: "user", content }, answer] });

const OFFLINE = { isOffline: true };

async function found(lines: readonly unknown[] | string, name = "own", more: Partial<CheckContext> = {}) {
  const path = join(home, `${name}.${typeof lines === "string" ? "json" : "jsonl"}`);
  writeFileSync(
    path,
    typeof lines === "string" ? lines : lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
  );
  return checked(path, more);
}

async function checked(path: string, more: Partial<CheckContext> = {}) {
  const config = `base_model: models/text\nlearning_rate: 1.0e-4\ndatasets:\n  - {path: ${path}, ds_type: json, split: train, type: chat_template}\n`;
  const spec: RunSpec = {
    kind: "train",
    engine: "axolotl",
    name: "t",
    config,
    device: { type: "gpu", ids: [0] },
  };
  const context: CheckContext = {
    home,
    datasets: async () => null,
    mapped: files.mapped,
    catalog: null,
    deviceCount: 1,
    hasGpu: true,
    ...more,
  };
  const { problems, estimate } = await axolotl.check(spec, context);
  const ours = problems.filter(({ code }) => /^axolotl\.(?:row|copy|data|address)-/.test(code));
  return {
    told: ours.map(({ severity, code, message }) => `${severity} ${code}: ${message}`),
    rows: estimate?.examples,
  };
}

/** The path that a config names for a registered dataset. */
const copyOf = (dataset: string) =>
  vi.waitFor(async () => {
    const given = { engine: "axolotl", dataset, stage: "sft" } as const;
    const told = await forEngine(files, { get: () => axolotl }, given);
    if (told.status !== "ready") throw new Error(told.status);
    return String(told.mapping.path);
  }, 30_000);

describe("the rows of a dataset that Axolotl is to read", () => {
  it("the documented example is read; its picture on the network is told, and is an error where there is none", async () => {
    expect((await found(EXAMPLE, "bee")).told).toEqual([
      expect.stringMatching(
        /^warning axolotl.address-unasked: A picture of .*bee\.json.* row 1 .*huggingface\.co/,
      ),
    ]);
    expect((await found(EXAMPLE, "bee", OFFLINE)).told).toEqual([
      expect.stringMatching(/^error axolotl.address-unreachable:.*switched off/),
    ]);
  });

  it("a host that answers is a note, one that does not an error with how many pictures it has; rows are told once a host", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const here = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const picture = (url: string) => rowOf({ type: "image", url }, { type: "text", text: "?" });
    const rows = [
      picture(`${here}/a.png`),
      ...["a", "b"].map((name) => picture(`https://pictures.invalid/${name}.png`)),
      picture("http://"),
    ];
    const { told } = await found(rows, "hosts", { reach: createReach({ env: {} }) });
    await new Promise((resolve) => server.close(resolve));
    expect(told).toEqual([
      expect.stringMatching(/^info axolotl.address-fetched: A picture .* row 1 .* 127\.0\.0\.1:\d+ while/),
      expect.stringMatching(
        /^error axolotl.address-unreachable: 2 pictures .* row 2 .* pictures\.invalid, which cannot be reached: /,
      ),
      expect.stringMatching(/^error axolotl.address-unreachable: A picture .* row 4 .* no whole address/),
    ]);
  });

  it.each([
    ["a missing picture", { type: "image", path: "/none/a.png" }, "row-media-missing", "/none/a.png"],
    [
      "a picture whose path is not full",
      { type: "image", path: "shapes/a.png" },
      "row-media-missing",
      "shapes/a.png",
    ],
    ["a wrong type of part", { type: "picture", path: "/none/a.png" }, "row-part-type", "picture"],
    ["a part that is none", "What?", "row-part-kind", "text"],
    ["text without its text", { type: "text" }, "row-part-text", "text"],
    ["a picture from nowhere", { type: "image" }, "row-part-source", "nowhere"],
    ["base64 that is none", { type: "image", base64: "not base64!" }, "row-part-base64", "damaged"],
    [
      "base64 of something else",
      { type: "image", base64: "aGVsbG8gd29ybGQh" },
      "row-part-base64",
      "no picture",
    ],
  ])("%s is an error with its row", async (_, part, code, words) => {
    const { told } = await found(
      [{ messages: [good, answer] }, rowOf(part, { type: "text", text: "?" })],
      code,
    );
    expect(told).toEqual([
      expect.stringMatching(new RegExp(`^error axolotl\\.${code}: Row 2 of .*${words}`)),
    ]);
  });

  it("a text for a content and pictures of a column beside the messages are as good", async () => {
    const path = join(dir, "shapes", "a.png");
    const rows = [
      { messages: [{ role: "user", content: "What?" }, answer], images: [] },
      {
        messages: [{ role: "user", content: [{ type: "image" }, { type: "text", text: "?" }] }, answer],
        images: [path],
      },
    ];
    expect((await found(rows, "columns")).told).toEqual([]);
  });

  it("a file on the network is told, and is an error where there is none", async () => {
    const address = "https://example.com/a.jsonl";
    expect((await checked(address)).told).toEqual([
      expect.stringContaining(
        "warning axolotl.address-unasked: The file of dataset 1 is fetched from example.com",
      ),
    ]);
    expect((await checked(address, OFFLINE)).told).toEqual([
      expect.stringContaining("error axolotl.address-unreachable: The file of dataset 1"),
    ]);
  });

  it("a picture of a list is fetched as well, from the copy", async () => {
    const path = join(dir, "fetched.jsonl");
    const info = join(dir, "dataset_info.json");
    const given = {
      conversations: [
        { from: "human", value: "<image>?" },
        { from: "gpt", value: "A" },
      ],
    };
    writeFileSync(path, `${JSON.stringify({ ...given, images: ["https://pictures.invalid/a.png"] })}\n`);
    const known: unknown = JSON.parse(readFileSync(info, "utf8"));
    const columns = { messages: "conversations", images: "images" };
    const entry = { file_name: "fetched.jsonl", formatting: "sharegpt", columns };
    writeFileSync(info, JSON.stringify(Object.assign({}, known, { fetched: entry })));
    expect((await checked(await copyOf("fetched"), OFFLINE)).told).toEqual([
      expect.stringMatching(/^error axolotl.address-unreachable: A picture of `fetched` in row 1/),
    ]);
  });

  it("a registered dataset is looked at through its copy, with the rows that it has", async () => {
    const copy = () => copyOf("pictures");
    const before = await copy();
    expect(await checked(before)).toEqual({ told: [], rows: 1 });
    rmSync(join(dir, "shapes", "b.png"));
    writeFileSync(
      join(dir, "pictures.jsonl"),
      `\n${JSON.stringify({
        conversations: [
          { from: "human", value: "<image>?" },
          { from: "gpt", value: "A" },
        ],
        pics: ["shapes/b.png"],
      })}\n`,
    );
    expect((await checked(before)).told).toEqual([expect.stringContaining("warning axolotl.copy-stale")]);
    expect((await checked(await copy())).told).toEqual([
      expect.stringMatching(/row-media-missing: Row 1 of `pictures`/),
    ]);
    rmSync(join(home, "translated"), { recursive: true });
    expect((await checked(before)).told).toEqual([expect.stringContaining("error axolotl.copy-gone")]);
  });
});
