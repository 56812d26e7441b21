// Owns what the DeepSpeed settings of a config say: the stage of ZeRO and what moves to the CPU.
import { z } from "zod";
import type { ConfigDocument } from "../../../../contract/config-document.ts";
import { inputPath, type Places } from "../../../engine-kit/places.ts";
import { createRemembered, jsonOf } from "../../../engine-kit/remembered.ts";
import { textOf } from "../../../engine-kit/values.ts";

const Offload = z.object({ device: z.string().optional() }).nullish();
const Settings = z.object({
  zero_optimization: z
    .object({
      stage: z.number().optional(),
      offload_optimizer: Offload,
      offload_param: Offload,
    })
    .optional(),
});

/** `none`: not asked for. `unreadable`: asked for, but the settings are no JSON of that kind. */
export type DeepSpeed =
  | { type: "none" }
  | { type: "missing" }
  | { type: "unreadable" }
  | { type: "zero"; stage: number; offloadsOptimizer: boolean; offloadsWeights: boolean };

const isCpu = (offload: z.infer<typeof Offload>) =>
  offload !== null && offload !== undefined && (offload.device ?? "none") !== "none";

function factsOf(text: string): DeepSpeed {
  const read = Settings.safeParse(jsonOf(text));
  if (!read.success) return { type: "unreadable" };
  const zero = read.data.zero_optimization;
  return {
    type: "zero",
    stage: zero?.stage ?? 0,
    offloadsOptimizer: isCpu(zero?.offload_optimizer),
    offloadsWeights: isCpu(zero?.offload_param),
  };
}

const fromFile = createRemembered(factsOf);

export function deepSpeedOf(doc: ConfigDocument, places: Places): DeepSpeed {
  const value = textOf(doc, "deepspeed");
  if (value === null) return { type: "none" };
  if (value.startsWith("{")) return factsOf(value);
  return fromFile(inputPath(value, places)) ?? { type: "missing" };
}
