// Owns asking the real engine's helper in a test, without a studio around it. Test use only.
import { tmpdir } from "node:os";
import { startHelper } from "../../helper-process.ts";
import { axolotl } from "../index.ts";

/** Null where no engine is named: the test is skipped. */
export const enginePython = process.env.ANNEAL_TEST_AXOLOTL_PYTHON ?? null;

export function askEngine(python: string) {
  const { script = "", env = {} } = axolotl.helper ?? {};
  const helper = startHelper({
    name: "Axolotl",
    command: python,
    args: [script],
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", CUDA_VISIBLE_DEVICES: "", ...env },
    cwd: tmpdir(),
  });
  const ready = helper.ready(180_000);
  return {
    async ask(method: string, params: unknown): Promise<unknown> {
      await ready;
      return helper.ask(method, params, 90_000);
    },
    close: () => helper.close(),
  };
}
