// Owns judging what the device of a run can do: number formats, and whether there is such a device.
import type { Problem } from "../../../../contract/problem.ts";
import { flagOf } from "../../../engine-kit/values.ts";
import { type Rule, remove } from "./subject.ts";

const precision: Rule = ({ doc, onCpu, error, warning }) => {
  const bf16 = flagOf(doc, "bf16");
  const found: Problem[] = [];
  if (bf16 && flagOf(doc, "fp16"))
    found.push(
      error(
        "fp16",
        "precision.both",
        "Only one of `bf16` and `fp16` can be on.",
        "Keep bf16 on cards since Ampere, fp16 on older ones.",
        remove,
      ),
    );
  if (!onCpu) return found;
  if (flagOf(doc, "pure_bf16"))
    found.push(
      error(
        "pure_bf16",
        "precision.pure-bf16-cpu",
        "`pure_bf16` needs a GPU; this run is on the CPU.",
        "Remove it.",
        remove,
      ),
    );
  if (bf16 && !flagOf(doc, "use_cpu"))
    found.push(
      error(
        "bf16",
        "precision.bf16-cpu",
        "`bf16` needs a GPU that has it; this run is on the CPU, where the engine refuses it.",
        "Set `bf16: false`.",
        { fix: { value: false } },
      ),
    );
  for (const key of ["bf16", "fp16"].filter((name) => flagOf(doc, name) && flagOf(doc, "use_cpu")))
    found.push(
      warning(
        key,
        "precision.half-cpu",
        `\`${key}\` saves no time on a CPU, and learns less exactly.`,
        `Set \`${key}: false\`.`,
        { params: { key }, fix: { value: false } },
      ),
    );
  return found;
};

const device: Rule = ({ doc, onCpu, info }) =>
  !onCpu && flagOf(doc, "use_cpu")
    ? [
        info(
          "use_cpu",
          "device.cpu-forced",
          "`use_cpu: true` keeps this run off the GPU.",
          "Remove it to train on the GPU.",
          remove,
        ),
      ]
    : [];

/** Frozen layers stay as they were saved, trained ones become 32 bits wide, and the first step multiplies the two. */
const mixed: Rule = ({ doc, method, model, onCpu, error }) => {
  const dtype = model?.dtype ?? "";
  const half = ["bf16", "fp16", "pure_bf16"].some((key) => flagOf(doc, key));
  return method === "freeze" && ["float16", "bfloat16"].includes(dtype) && !half
    ? [
        error(
          "finetuning_type",
          "precision.freeze-half",
          `This model was saved as ${dtype}: with the method freeze and without \`bf16\` or \`fp16\` the engine fails at its first step.`,
          onCpu ? "Set `bf16: true` and `use_cpu: true`." : "Set `bf16: true`.",
          { params: { dtype } },
        ),
      ]
    : [];
};

export const deviceRules: readonly Rule[] = [precision, device, mixed];
