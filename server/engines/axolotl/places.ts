// Owns our programs for Axolotl. Refuses paths of the user's.
import { join } from "node:path";
import { engineFiles, shipped } from "../../engine-kit/places.ts";

const folder = join(shipped.root, "server", "engines", "axolotl", "python");

export const ours = {
  ...shipped,
  ...engineFiles("axolotl"),
  preprocessScript: join(folder, "preprocess.py"),
  evaluateScript: join(folder, "evaluate.py"),
  quantizeScript: join(folder, "quantize.py"),
  copyScript: join(folder, "copy_model.py"),
};
