// Owns what is to be said of the modules that a config puts an adapter on, once the engine's own names of them are known.
// Refuses to judge a model that nobody here knows.
import type { ConfigDocument } from "../../../../contract/config-document.ts";
import { EngineModules } from "../../../../contract/engine-modules.ts";
import type { Problem } from "../../../../contract/problem.ts";
import type { VerdictContext } from "../../../engine-interface/check-context.ts";
import { moduleQuestion, TARGET_KEY } from "../module-question.ts";

type Said = Pick<Problem, "severity" | "code" | "message" | "hint" | "params" | "fix">;
type Matched = Extract<EngineModules, { status: "matched" }>;

const SEEING = ["vision", "audio", "projector"] as const;

function ofMatch({ matched, unfit, parts, proposal, model, linear }: Matched, isPattern: boolean): Said[] {
  const fix = proposal === null ? {} : { fix: { value: proposal.value } };
  if (unfit !== null && isPattern)
    return [
      {
        severity: "error",
        code: "axolotl.targets-unfit",
        message: `The pattern also matches ${unfit.count} modules that no adapter can be put on, such as ${unfit.first}.`,
        hint: "Let it end in the names of layers, such as (q|k|v|o)_proj.",
        params: { count: unfit.count, first: unfit.first },
      },
    ];
  if (matched === 0)
    return [
      {
        severity: "error",
        code: "axolotl.targets-none",
        message: `\`${TARGET_KEY}\` matches none of the ${linear} linear layers of this model (${model}); the engine stops there.`,
        hint:
          proposal === null
            ? "Look at the names of its layers, or take all of them with `lora_target_linear: true`."
            : `What was probably meant matches ${proposal.matched}.`,
        params: { linear, model, meant: proposal?.matched ?? 0 },
        ...fix,
      },
    ];
  const seeing = parts.filter(({ part }) => SEEING.some((each) => each === part));
  const beyond = seeing.reduce((sum, part) => sum + part.matched, 0);
  if (beyond === 0) return [];
  return [
    {
      severity: "warning",
      code: "axolotl.targets-vision",
      message: `${beyond} of the ${matched} modules that learn belong to what sees or hears, not to the language model.`,
      hint: "Usually only the language model learns.",
      params: { beyond, matched },
      ...fix,
    },
  ];
}

function sayings(answer: EngineModules, isPattern: boolean): Said[] {
  switch (answer.status) {
    case "matched":
      return ofMatch(answer, isPattern);
    case "bad-pattern":
      return [
        {
          severity: "error",
          code: "axolotl.targets-bad-pattern",
          message: `\`${TARGET_KEY}\` is not a pattern that Python can read: ${answer.message}${answer.at === null ? "" : `, at character ${answer.at + 1}`}.`,
          hint: "Correct it, or write a list of names.",
          params: { reason: answer.message, at: (answer.at ?? 0) + 1 },
        },
      ];
    case "endless":
      return [
        {
          severity: "error",
          code: "axolotl.targets-endless",
          message: `Matching \`${TARGET_KEY}\` did not end within ${answer.seconds} seconds, and the engine would wait for ever.`,
          hint: "A repeated group that is repeated again, such as (a+)+, is the usual cause.",
          params: { seconds: answer.seconds },
        },
      ];
    default:
      return [];
  }
}

export async function targetFindings(
  doc: ConfigDocument,
  planned: string,
  ask: VerdictContext["ask"],
): Promise<Problem[]> {
  const question = moduleQuestion(planned);
  if (question === null) return [];
  const answer = EngineModules.parse(await ask("modules", question));
  const path = doc.keys.includes(TARGET_KEY) ? TARGET_KEY : "lora_target_linear";
  const isPattern = typeof question.target === "string" && path === TARGET_KEY;
  return sayings(answer, isPattern).map(({ fix, ...said }) => ({
    ...said,
    path,
    line: doc.lineOf(path),
    // What is proposed is a value of that key, not of the other.
    ...(fix && path === TARGET_KEY && { fix }),
  }));
}
