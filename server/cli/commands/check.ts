// Owns `anneal check`: what is wrong with a config file, found as the page finds it, with the engine's own verdict.
// Refuses to start or change anything.
import { basename } from "node:path";
import { readConfig } from "../../../contract/config-document.ts";
import type { EngineVerdict } from "../../../contract/engine.ts";
import { GpuModelId, type JudgedSpec } from "../../../contract/gpu-model.ts";
import { isStartable, type Problem } from "../../../contract/problem.ts";
import { RunKind } from "../../../contract/run.ts";
import { type Command, textOf, UsageError } from "../command.ts";
import { readConfigFile } from "../config-file.ts";
import { connect } from "../connect.ts";
import { engineFor } from "../engine-for.ts";
import type { Output } from "../output.ts";

export const checkCommand: Command = {
  name: "check",
  summary: "Look for mistakes in an engine's YAML file",
  usage: "FILE.yaml [--engine ID] [--kind KIND] [--as-if GPU] [--quick]",
  help: [
    "  --engine ID    the engine the file is for (default: the one whose keys it has)",
    "  --kind KIND    what it is to be started as: train, preprocess, evaluate … (default: what its keys say)",
    `  --as-if GPU    as on another GPU: ${GpuModelId.options.join(", ")}`,
    "  --quick        without asking the engine itself, which takes some seconds",
  ].join("\n"),
  words: { min: 1, max: 1 },
  options: {
    engine: { type: "string" },
    kind: { type: "string" },
    "as-if": { type: "string" },
    quick: { type: "boolean" },
  },
  async run({ home, values, words: [file = ""], out }) {
    const config = readConfigFile(file);
    await using studio = await connect(home, { start: "quiet" });
    const { call } = studio;
    const engine = await engineFor(call, config, textOf(values, "engine"));
    const spec: JudgedSpec = {
      kind: kindNamed(textOf(values, "kind")) ?? kindOf(config),
      engine,
      name: "check",
      config,
      device: { type: "auto" },
      baseDir: process.cwd(),
      ...gpuOf(textOf(values, "as-if")),
    };

    const { problems: own } = await call("previewRun", { body: spec });
    const verdict =
      values.quick === true ? null : await call("engineVerdict", { params: { id: engine }, body: spec });
    const problems = inOrder([...own, ...saidBy(verdict, own)]);
    const ok = isStartable(problems);
    out.data({ ok, problems });
    tell(out, basename(file), problems, verdict);
    return ok;
  },
};

function gpuOf(word: string | undefined): Pick<JudgedSpec, "asIf"> {
  if (word === undefined) return {};
  const asIf = GpuModelId.safeParse(word.toLowerCase().replace(/[\s_-]/g, ""));
  if (asIf.success) return { asIf: asIf.data };
  throw new UsageError(`--as-if is one of ${GpuModelId.options.join(", ")}`);
}

function kindNamed(word: string | undefined): RunKind | undefined {
  const kind = RunKind.optional().safeParse(word);
  if (kind.success) return kind.data;
  throw new UsageError(`--kind is one of ${RunKind.options.join(", ")}`);
}

/** What a file is for shows in its keys: an export says where to. */
function kindOf(config: string): RunKind {
  const { keys } = readConfig(config);
  if (!keys.includes("export_dir")) return "train";
  return keys.includes("adapter_name_or_path") ? "merge" : "export";
}

/** The engine's refusal, unless its key has an error already: it is the same one, in fewer words. */
function saidBy(verdict: EngineVerdict | null, own: readonly Problem[]): Problem[] {
  switch (verdict?.status) {
    case "accepted":
      return verdict.remarks ?? [];
    case "refused": {
      const { path } = verdict.problem;
      const isKnown = own.some((problem) => problem.severity === "error" && problem.path === path);
      return isKnown ? [] : [verdict.problem];
    }
    case "unavailable":
      return [
        {
          path: "",
          line: null,
          severity: "info",
          code: "engine.not-asked",
          message: `The engine itself was not asked. ${verdict.message}`,
        },
      ];
    default:
      return [];
  }
}

const SEVERITIES = ["error", "warning", "info"] as const;

/** By line; what belongs to no line comes last. */
const inOrder = (problems: readonly Problem[]) =>
  [...problems].sort(
    (a, b) =>
      (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );

function fixOf({ path, fix, packages }: Problem): string | null {
  if (packages) return `install: ${packages.join(", ")}`;
  if (!fix) return null;
  if (fix.rename !== undefined) return `fix: rename it to ${fix.rename}`;
  return fix.value === null ? `fix: remove ${path}` : `fix: ${path}: ${JSON.stringify(fix.value)}`;
}

function tell(out: Output, file: string, problems: readonly Problem[], verdict: EngineVerdict | null): void {
  const places = problems.map(({ line }) => (line === null ? file : `${file}:${line}`));
  const width = Math.max(0, ...places.map((place) => place.length));
  for (const [at, problem] of problems.entries()) {
    const indent = " ".repeat(width + 2 + "warning".length + 2);
    out.line(`${(places[at] ?? "").padEnd(width)}  ${problem.severity.padEnd(7)}  ${problem.message}`);
    const todo = [problem.hint, fixOf(problem)].filter((text) => text !== undefined && text !== null);
    if (todo.length > 0) out.line(`${indent}→ ${todo.join("  ·  ")}`);
  }
  const counts = SEVERITIES.map((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const word = severity === "info" ? "remark" : severity;
    return count === 0 ? null : `${count} ${word}${count === 1 ? "" : "s"}`;
  }).filter((text) => text !== null);
  if (problems.length > 0) out.line("");
  const accepted = verdict?.status === "accepted" ? " The engine accepts it." : "";
  out.line(
    `${isStartable(problems) ? "✓" : "✗"} ${file}: ${counts.join(", ") || "nothing to correct"}.${accepted}`,
  );
}
