// Owns asking the engine's own parser about a plan, and finding the key that its refusal is about. Refuses to reword it.
import { z } from "zod";
import { type ConfigDocument, readConfig } from "../../../contract/config-document.ts";
import type { Problem } from "../../../contract/problem.ts";
import type { RunSpec } from "../../../contract/run.ts";
import type { VerdictContext } from "../../engine-interface/check-context.ts";
import type { LaunchPlan } from "../../engine-interface/plan.ts";
import { knownArguments } from "./known-arguments.ts";
import { optionalPackages } from "./optional-packages.ts";

const Answer = z.discriminatedUnion("accepted", [
  z.object({ accepted: z.literal(true) }),
  z.object({ accepted: z.literal(false), message: z.string(), kind: z.string(), where: z.array(z.string()) }),
]);
type Refusal = Extract<z.infer<typeof Answer>, { accepted: false }>;

/** How many processes the launcher starts; null where there is none. */
function processesOf({ argv }: LaunchPlan): number | null {
  const at = argv.indexOf("--nproc_per_node");
  return at === -1 ? null : Number(argv[at + 1]);
}

const words = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? [];
const MARKED = /`(?:--)?(\w+)[^`]*`|--(\w+)|'(\w+)[^']*'/g;
const marked = (text: string) =>
  [...text.matchAll(MARKED)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");

/** The key that a refusal is about: named in its words, or in the condition of the engine's source that led to it. */
export function refusedKey(
  { message, where }: Pick<Refusal, "message" | "where">,
  doc: ConfigDocument,
  known: ReadonlySet<string>,
): string {
  const isWritten = (key: string) => doc.keys.includes(key);
  if (message.includes("not used by the HfArgumentParser")) return marked(message).find(isWritten) ?? "";
  const named = marked(message).filter((key) => known.has(key));
  const asked = where.map((source) => words(source).filter((key) => known.has(key)));
  const isSaid = (key: string) => words(message).includes(key) || message.includes(key.replaceAll("_", " "));
  const said = asked.flat().filter(isSaid);
  return (
    named.find(isWritten) ?? named[0] ?? said.find(isWritten) ?? said[0] ?? asked.flat().find(isWritten) ?? ""
  );
}

export async function verdict(
  spec: RunSpec,
  plan: LaunchPlan,
  { ask, known }: VerdictContext,
): Promise<Problem[]> {
  const params = {
    kind: spec.kind === "train" ? "train" : "export",
    config: plan.files[0]?.text ?? "",
    env: plan.env,
    processes: processesOf(plan),
  };
  const answer = Answer.parse(await ask("check", params));
  if (answer.accepted) return [];
  const doc = readConfig(spec.config);
  const path = refusedKey(answer, doc, new Set(knownArguments(known).keys()));
  const missing = answer.kind === "PackageNotFoundError" ? packagesIn(answer.message) : [];
  return [
    {
      path,
      line: path === "" ? null : doc.lineOf(path),
      severity: "error",
      code: "engine.refused",
      message: answer.message,
      ...(missing.length > 0 ? { packages: missing } : {}),
    },
  ];
}

function packagesIn(message: string): string[] {
  const names = new Set((message.match(/[\w-]+/g) ?? []).map((name) => name.replaceAll("_", "-")));
  return optionalPackages()
    .map(({ name }) => name)
    .filter((name) => names.has(name));
}
