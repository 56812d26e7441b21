// Owns the number formats Axolotl can quantize a model to: what each is called, and what it needs. Tried on the pinned engine.
// Refuses formats that its code knows but always fails at, such as int8 alone.
import type { ConfigDocument, ConfigValue } from "../../../contract/config-document.ts";
import { text } from "../../engine-kit/form-field.ts";

export const formats = [
  {
    value: "int4-int8",
    label: text("int4 weights, int8 activations", "int4 权重，int8 激活"),
    weight: "int4",
    activation: "int8",
    onCpu: true,
  },
  { value: "int4", label: text("int4 weights", "int4 权重"), weight: "int4", activation: null, onCpu: false },
  {
    value: "fp8",
    label: text("fp8 weights and activations", "fp8 权重与激活"),
    weight: "fp8",
    activation: "fp8",
    onCpu: false,
  },
  {
    value: "int4-fp8",
    label: text("int4 weights, fp8 activations", "int4 权重，fp8 激活"),
    weight: "int4",
    activation: "fp8",
    onCpu: false,
  },
  {
    value: "nvfp4",
    label: text("nvfp4 weights", "nvfp4 权重"),
    weight: "nvfp4",
    activation: null,
    onCpu: false,
  },
  {
    value: "mxfp4",
    label: text("mxfp4 weights", "mxfp4 权重"),
    weight: "mxfp4",
    activation: null,
    onCpu: false,
  },
] as const;
export type Format = (typeof formats)[number];

/** The engine takes groups of this size unless told otherwise. */
export const GROUP = 32;
/** Formats whose hardware fixes the size. */
export const FIXED_GROUP: Readonly<Record<string, number>> = { nvfp4: 16, mxfp4: 32 };

export type Asked = { weight: string; activation: string | null; group: number };

const word = (value: ConfigValue | undefined) => (typeof value === "string" ? value : null);
/** Other names the engine takes for the same. */
const spelled = (name: string) => name.replace(/^(?:float8(?:_e4m3fn)?)$/, "fp8");

/** What the `quantization` block asks for, with the engine's defaults; null where there is no block. */
export function quantizationOf(doc: ConfigDocument): Asked | null {
  const block = doc.get("quantization");
  if (block === null || block === undefined || typeof block !== "object" || Array.isArray(block)) return null;
  const activation = word(block.activation_dtype);
  return {
    weight: spelled(word(block.weight_dtype) ?? "int8"),
    activation: activation === null ? null : spelled(activation),
    group: typeof block.group_size === "number" ? block.group_size : GROUP,
  };
}

export function formatOf({ weight, activation }: Asked): Format | null {
  return formats.find((each) => each.weight === weight && each.activation === activation) ?? null;
}
