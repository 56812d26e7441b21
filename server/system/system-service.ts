// Owns what the studio tells about itself and its machine. The machine is sampled only while somebody listens.
import type { HardwareSample } from "../../contract/system.ts";
import type { HomePaths } from "../home.ts";
import type { SystemService } from "../services.ts";
import { createDiskSizes } from "./disk-sizes.ts";
import { createHardwareReader } from "./hardware.ts";
import { changeSettings, readSettings } from "./settings.ts";
import { emptyTrash } from "./trash.ts";

const SAMPLE_MS = 2000;

export type SystemParts = { paths: HomePaths; version: string; address: () => string };

export function createSystemService({ paths, version, address }: SystemParts): SystemService {
  const read = createHardwareReader(paths.home);
  let disk = createDiskSizes(paths);
  const listeners = new Set<(sample: HardwareSample) => void>();
  let timer: NodeJS.Timeout | null = null;
  let latest: HardwareSample | null = null;

  async function sample(): Promise<void> {
    latest = await read();
    for (const listener of listeners) listener(latest);
  }

  return {
    info: async (options) => ({
      version,
      node: process.version,
      home: paths.home,
      address: address(),
      settings: readSettings(paths.settings),
      disk: options.disk ? await disk() : null,
    }),
    hardware: async () =>
      latest !== null && timer !== null && Date.now() - latest.t < SAMPLE_MS ? latest : read(),
    saveSettings: async (changes) => changeSettings(paths.settings, changes),
    async emptyTrash() {
      const freed = await emptyTrash(paths.trash);
      disk = createDiskSizes(paths);
      return freed;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (timer === null) {
        const tick = () => void sample().catch(() => undefined);
        timer = setInterval(tick, SAMPLE_MS);
        timer.unref();
        tick();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}
