// Owns judging whether the engine's environment has what the options need. Silent while the environment is not known.
import { missingPackages, optionalPackages } from "../optional-packages.ts";
import type { Rule } from "./subject.ts";

const listed = (names: readonly string[]) => names.join(", ");

export const packageRules: readonly Rule[] = [
  ({ doc, context, error, warning }) => {
    const { packages } = context;
    if (!packages) return [];
    const offered = optionalPackages().map(({ name }) => name);
    return missingPackages(doc, packages).map(({ key, packages: missing, goesOnWithout }) => {
      const params = { key, packages: listed(missing) };
      if (goesOnWithout)
        return warning(
          key,
          "package.slower",
          `\`${key}\` needs ${listed(missing)}, which this environment lacks; the engine then does without, and slower.`,
          "Remove it, or install the package by hand.",
          { params },
        );
      const canInstall = missing.every((name) => offered.includes(name));
      return canInstall
        ? error(
            key,
            "package.missing",
            `\`${key}\` needs ${listed(missing)}, which the engine's environment lacks.`,
            "Install it into that environment, or remove the option.",
            { params, packages: missing },
          )
        : error(
            key,
            "package.not-offered",
            `\`${key}\` needs ${listed(missing)}, and no release of it fits the versions this engine is tried with.`,
            "Remove the option, or use an environment of your own with --engine-python.",
            { params },
          );
    });
  },
];
