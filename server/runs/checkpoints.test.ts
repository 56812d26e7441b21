// Shows which checkpoints count as whole: every file a resume reads, every shard, every byte its header promises.
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkpointState, listCheckpoints, newestComplete } from "./checkpoints.ts";
import { completeWeights } from "./weights.ts";

let output = "";
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), "anneal-checkpoints-"));
});
afterEach(() => rmSync(output, { recursive: true }));

function tensors(path: string): void {
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { format: "pt" },
      a: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
      b: { dtype: "F32", shape: [1], data_offsets: [8, 12] },
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  writeFileSync(path, Buffer.concat([length, header, Buffer.alloc(12)]));
}

function checkpoint(step: number, weights: readonly string[] = ["adapter_model.safetensors"]): string {
  const folder = join(output, `checkpoint-${step}`);
  mkdirSync(folder);
  for (const name of weights) tensors(join(folder, name));
  for (const name of ["optimizer.pt", "scheduler.pt"]) writeFileSync(join(folder, name), "x");
  writeFileSync(join(folder, "trainer_state.json"), JSON.stringify({ global_step: step }));
  utimesSync(join(folder, "trainer_state.json"), step, step);
  return folder;
}
const complete = async () => (await listCheckpoints(output)).map(({ step, complete }) => [step, complete]);

describe("listCheckpoints", () => {
  it("puts the newest first and finds the newest whole one", async () => {
    checkpoint(5);
    checkpoint(20);
    truncateSync(join(checkpoint(100), "adapter_model.safetensors"), 40);
    expect(await complete()).toEqual([
      [100, false],
      [20, true],
      [5, true],
    ]);
    expect(newestComplete(await listCheckpoints(output))?.name).toBe("checkpoint-20");
    expect(await listCheckpoints(join(output, "nowhere"))).toEqual([]);
    const states = ["checkpoint-20", "checkpoint-100", "checkpoint-20/optimizer.pt", "nowhere"].map((name) =>
      checkpointState(join(output, name)),
    );
    expect(await Promise.all(states)).toEqual(["whole", "unfinished", "missing", "missing"]);
  });

  it.each(["trainer_state.json", "optimizer.pt", "scheduler.pt", "adapter_model.safetensors"])(
    "misses %s",
    async (name) => {
      rmSync(join(checkpoint(1), name));
      expect(await complete()).toEqual([[1, false]]);
    },
  );

  it("asks for every shard that the index names", async () => {
    const shards = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"] as const;
    const folder = checkpoint(1, shards);
    const weight_map = { a: shards[0], b: shards[1] };
    writeFileSync(join(folder, "model.safetensors.index.json"), JSON.stringify({ weight_map }));
    expect(await complete()).toEqual([[1, true]]);
    expect(await completeWeights(folder)).toBe("model");
    rmSync(join(folder, shards[1]));
    expect(await complete()).toEqual([[1, false]]);
  });

  it("takes a state that is cut off for missing, and passes over links and other names", async () => {
    writeFileSync(join(checkpoint(1), "trainer_state.json"), '{"global_step": 1');
    mkdirSync(join(output, "checkpoint-x"));
    symlinkSync(output, join(output, "checkpoint-2"));
    expect(await complete()).toEqual([[1, false]]);
  });

  it("knows the optimizer of DeepSpeed and FSDP", async () => {
    const deepspeed = checkpoint(1);
    for (const name of ["optimizer.pt", "scheduler.pt"]) rmSync(join(deepspeed, name));
    mkdirSync(join(deepspeed, "global_step1"));
    const sharded = checkpoint(2);
    rmSync(join(sharded, "optimizer.pt"));
    mkdirSync(join(sharded, "optimizer_0"));
    expect(await complete()).toEqual([
      [2, true],
      [1, true],
    ]);
  });
});
