// Owns what the studio tells about itself and its machine. Refuses secrets, save the token for its owner.
import { z } from "zod";

export const Gpu = z.object({
  id: z.number(),
  name: z.string(),
  memoryUsedBytes: z.number(),
  memoryTotalBytes: z.number(),
  utilization: z.number().nullable(),
});
export type Gpu = z.infer<typeof Gpu>;

/** One reading of the machine; `cpu` and `utilization` are 0..1. */
export const HardwareSample = z.object({
  t: z.number(),
  cpu: z.number(),
  cores: z.number(),
  memoryUsedBytes: z.number(),
  memoryTotalBytes: z.number(),
  diskFreeBytes: z.number(),
  diskTotalBytes: z.number(),
  gpus: z.array(Gpu),
});
export type HardwareSample = z.infer<typeof HardwareSample>;

export const Settings = z.object({
  language: z.enum(["auto", "en", "zh"]).default("auto"),
  theme: z.enum(["system", "light", "dark"]).default("system"),
  /** The first-visit card was closed. */
  welcomeDismissed: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;

export const SystemInfo = z.object({
  version: z.string(),
  node: z.string(),
  home: z.string(),
  address: z.string(),
  settings: Settings,
  disk: z
    .object({
      runsBytes: z.number(),
      enginesBytes: z.number(),
      modelsBytes: z.number(),
      datasetsBytes: z.number(),
      exportsBytes: z.number(),
      trashBytes: z.number(),
    })
    .nullable(),
});
export type SystemInfo = z.infer<typeof SystemInfo>;
