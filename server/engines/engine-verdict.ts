// Owns asking an engine's own parser about a config as it would be run. Refuses to throw: a config that is refused, and an
// engine that cannot be asked, are answers.
import { readConfig } from "../../contract/config-document.ts";
import type { EngineVerdict } from "../../contract/engine.ts";
import type { ErrorCode } from "../../contract/errors.ts";
import { gpuModel, type JudgedSpec } from "../../contract/gpu-model.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import type { RunService } from "../runs/run-service.ts";
import { isStudioError } from "../studio-error.ts";

type Parts = { host: EngineHost; runs: Pick<RunService, "plan"> };

const unavailable = (message: string, code?: ErrorCode): EngineVerdict => ({
  status: "unavailable",
  message,
  ...(code && { code }),
});

export function createJudge({ host, runs }: Parts) {
  return async (id: string, { asIf, ...spec }: JudgedSpec): Promise<EngineVerdict> => {
    const engine = host.get(id);
    if (!engine.verdict || spec.kind === "setup")
      return unavailable(`${engine.name} has no word on runs of this kind.`);
    const from = performance.now();
    const ms = () => Math.round(performance.now() - from);
    const [unreadable] = readConfig(spec.config).problems;
    if (unreadable) return { status: "refused", ms: ms(), problem: unreadable };
    try {
      const plan = await runs.plan(spec);
      const ask = (method: string, params: unknown) => host.ask(id, method, params);
      const known = await host.knownArguments(id);
      const said = await engine.verdict(spec, plan, { ask, known, gpu: gpuModel(asIf) });
      const problem = said.find(({ severity }) => severity === "error");
      if (problem) return { status: "refused", ms: ms(), problem };
      return { status: "accepted", ms: ms(), ...(said.length > 0 && { remarks: said }) };
    } catch (error) {
      if (!isStudioError(error)) throw error;
      const { message, reason, hint, code } = error.body;
      return unavailable([message, reason, hint].filter((line) => line).join(" "), code);
    }
  };
}
