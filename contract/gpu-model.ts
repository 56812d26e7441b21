// Owns the GPUs that a config may be judged for without having one, with what they can do. Refuses a full list of GPUs.
import { z } from "zod";
import { RunSpec } from "./run.ts";

export const GpuModelId = z.enum(["t4", "v100", "a100", "rtx4090", "h100", "h200", "b200"]);
export type GpuModelId = z.infer<typeof GpuModelId>;

export type GpuModel = {
  id: GpuModelId;
  name: string;
  /** Major and minor of CUDA's compute capability. */
  capability: readonly [number, number];
  memoryBytes: number;
};

const GIB = 2 ** 30;

export const gpuModels: readonly GpuModel[] = [
  { id: "t4", name: "T4", capability: [7, 5], memoryBytes: 15 * GIB },
  { id: "v100", name: "V100", capability: [7, 0], memoryBytes: 32 * GIB },
  { id: "a100", name: "A100", capability: [8, 0], memoryBytes: 80 * GIB },
  { id: "rtx4090", name: "RTX 4090", capability: [8, 9], memoryBytes: 24 * GIB },
  { id: "h100", name: "H100", capability: [9, 0], memoryBytes: 80 * GIB },
  { id: "h200", name: "H200", capability: [9, 0], memoryBytes: 141 * GIB },
  { id: "b200", name: "B200", capability: [10, 0], memoryBytes: 180 * GIB },
];

export const gpuModel = (id: GpuModelId | undefined): GpuModel | null =>
  gpuModels.find((each) => each.id === id) ?? null;

/** Half precision with the range of a float: Ampere and later. */
export const hasBf16 = (gpu: GpuModel): boolean => gpu.capability[0] >= 8;

/** A config to judge; `asIf`: for a GPU that need not be in this machine. */
export const JudgedSpec = RunSpec.extend({ asIf: GpuModelId.optional() });
export type JudgedSpec = z.infer<typeof JudgedSpec>;
