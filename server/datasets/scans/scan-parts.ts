// Owns what scans ask of registered datasets. Refuses to know what is asked for.

import { isStudioError } from "../../studio-error.ts";
import { openDataset } from "../open-dataset.ts";
import type { Reading } from "../records/open-records.ts";
import type { Registry } from "../registry/registry.ts";
import type { ScanParts } from "./scan-source.ts";

export function scanParts(files: { registry: Registry; reading: Reading }): ScanParts {
  const { registry } = files;
  return {
    open: (name, dir) => openDataset(files, name, dir),
    async isTaken(name, dir) {
      try {
        await registry.find(name, dir);
        return true;
      } catch (error) {
        return !(isStudioError(error) && error.body.code === "dataset.not-found");
      }
    },
    register: (name, dir, definition) => registry.save(name, dir, { definition, replace: false }),
  };
}
