// Owns what a config must say for Axolotl to run without a GPU: it takes a GPU for granted in each of these.
// Refuses to set them in silence: a check proposes them.

export const cpuSwitches = {
  bf16: false,
  fp16: false,
  lora_mlp_kernel: false,
  lora_qkv_kernel: false,
  lora_o_kernel: false,
  lora_embedding_kernel: false,
} as const;

export const KERNELS = [
  "lora_mlp_kernel",
  "lora_qkv_kernel",
  "lora_o_kernel",
  "lora_embedding_kernel",
] as const;
