// Owns the words of why an engine does not work, why a run failed or was lost, and what it is doing, in the person's language.
// What the engine itself said is quoted, never translated.
import type { EngineHealth } from "@/contract/engine.ts";
import type { ErrorCode } from "@/contract/errors.ts";
import type { FailureReason, RunKind, RunState } from "@/contract/run.ts";
import type { TextParams } from "@/contract/text.ts";
import { useLocale, useT } from "./i18n/use-t.ts";

type Broken = Extract<EngineHealth, { status: "broken" }>;
type Lost = Extract<RunState, { status: "lost" }>;

export const phaseKey = (message: string) => `phase-${message.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

export function useReasonWords() {
  const t = useT("reasons");
  const errors = useT("errors");
  const locale = useLocale();
  /** Null where this language has no words for it. */
  const words = (key: string, params?: TextParams) => (t.has(key) ? t(key, params) : null);
  const quoted = (said: string) => words("said", { said }) ?? said;

  return {
    health: ({ why, params, message, hint }: Pick<Broken, "why" | "params" | "message" | "hint">) => ({
      why: words(`health-${why}`, params) ?? message,
      todo: words(`health-${why}-todo`, params) ?? hint,
    }),

    /** `short`: without saying whose words they are, for a line of a list. */
    failure({ code, message, params, hint, signal }: FailureReason, kind: RunKind) {
      const ours = params === undefined ? null : words(`failure-${code}`, params);
      const about = kind === "setup" && code === "engine-error" ? "setup" : code;
      const todo = words(`failure-${code}-${signal}-todo`) ?? words(`failure-${about}-todo`);
      return {
        why: ours ?? (params === undefined ? quoted(message) : message),
        short: ours ?? message,
        todo: locale === "en" ? (hint ?? todo ?? undefined) : (todo ?? hint),
      };
    },

    lost: ({ message, why }: Pick<Lost, "message" | "why">) => words(`lost-${why}`) ?? message,

    /** Why an engine could not be asked. */
    unavailable({ message, code }: { message: string; code?: ErrorCode | undefined }): string {
      if (code === undefined || locale === "en") return message;
      return code === "engine.refused" ? quoted(message) : errors(`${code}.why`);
    },

    /** What a run says it is doing: sentences of ours have words, lines of an installer stay as they are. */
    phase(message: string): string {
      const [, verb = "", what = ""] = /^(Saving|Installing|Getting) (.+)$/.exec(message) ?? [];
      return words(phaseKey(message)) ?? words(phaseKey(verb), { what }) ?? message;
    },
  };
}
