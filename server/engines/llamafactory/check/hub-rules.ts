// Owns judging whether a model can be had from the hub the run downloads from. Silent while the environment is not known.

import { modelPath } from "../../../engine-kit/places.ts";
import { textOf } from "../../../engine-kit/values.ts";
import { optionalPackages } from "../optional-packages.ts";
import type { Rule } from "./subject.ts";

const KEY = "model_name_or_path";
const HUBS = {
  modelscope: { name: "ModelScope", needs: "modelscope" },
  modelers: { name: "Modelers", needs: "openmind" },
} as const;

export const hubRules: readonly Rule[] = [
  ({ spec, doc, context, places, error }) => {
    const model = textOf(doc, KEY);
    if (spec.hub === undefined || model === null || modelPath(model, places) !== null) return [];
    const { name, needs } = HUBS[spec.hub];
    if (!context.packages || Object.hasOwn(context.packages, needs)) return [];
    const params = { key: name, packages: needs };
    const canInstall = optionalPackages().some((each) => each.name === needs);
    return [
      canInstall
        ? error(
            KEY,
            "package.missing",
            `\`${name}\` needs ${needs}, which the engine's environment lacks.`,
            "Install it into that environment, or download from Hugging Face.",
            { params, packages: [needs] },
          )
        : error(
            KEY,
            "package.not-offered",
            `\`${name}\` needs ${needs}, and no release of it fits the versions this engine is tried with.`,
            "Download from Hugging Face or ModelScope, or use an environment of your own with --engine-python.",
            { params },
          ),
    ];
  },
];
