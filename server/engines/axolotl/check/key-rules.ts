// Owns judging the names of keys: the engine drops those it does not know without a word. Refuses to look at values.
import type { Problem } from "../../../../contract/problem.ts";
import { ownerOf, ownKey } from "../../../engine-kit/foreign-keys.ts";
import { didYouMean, nearest, nearestParams, surelyMeant } from "../../../engine-kit/nearest.ts";
import { knownArguments } from "../known-arguments.ts";
import type { Rule, Subject } from "./subject.ts";

function judge({ doc, error, warning, context }: Subject, key: string): Problem | null {
  const known = knownArguments(context.arguments);
  if (known.has(key)) return null;
  const rename = (to: string) =>
    doc.keys.includes(to) ? { fix: { value: null } } : { fix: { value: null, rename: to } };

  const owner = ownerOf(key, "axolotl");
  const ours = ownKey(key, "axolotl");
  if (owner !== null || ours !== null)
    return error(
      key,
      "axolotl.other-engine",
      `\`${key}\` is a key of ${owner ?? "LLaMA-Factory"}. Axolotl drops it without a word.`,
      ours === null ? "Remove it." : `Here it is \`${ours.key}\`.`,
      {
        params: {
          key,
          owner: owner ?? "LLaMA-Factory",
          ours: ours?.key ?? "",
          known: ours === null ? "no" : "yes",
        },
        ...(ours === null ? { fix: { value: null } } : ours.same ? rename(ours.key) : {}),
      },
    );

  const alike = nearest(key, known.keys());
  if (doc.keys.includes("plugins"))
    return warning(
      key,
      "axolotl.key-of-plugin",
      `Axolotl itself has no key \`${key}\`. If none of its plugins has it, it is dropped without a word.`,
      didYouMean(alike) || "Look it up in the plugin's description.",
      { params: { key, ...nearestParams(alike) } },
    );
  return error(
    key,
    "axolotl.key-unknown",
    `Axolotl has no key \`${key}\` and drops it without a word.`,
    didYouMean(alike) || "Correct or remove it.",
    {
      params: { key, ...nearestParams(alike) },
      ...(alike !== null && !doc.keys.includes(alike) && surelyMeant(key, known.keys()) ? rename(alike) : {}),
    },
  );
}

export const keyRules: Rule = (subject) =>
  subject.doc.keys.map((key) => judge(subject, key)).filter((found) => found !== null);
