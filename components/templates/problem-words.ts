// Owns the words for what is wrong with a definition under edit.
import { useT } from "@/client/i18n/use-t.ts";
import type { AdditionProblem } from "@/contract/addition-check.ts";
import { SLOT_KEYS } from "./template-form.ts";

export function useProblemWords(): (problem: AdditionProblem) => string {
  const t = useT("templates");
  return ({ code, params }) => {
    const part = SLOT_KEYS.find((key) => key === params.slot);
    return t(`problem.${code}`, {
      name: "",
      owner: "",
      token: "",
      file: "",
      model: "",
      ...params,
      slot: part ? t(`field.${part}`) : t("field.stop_words"),
    });
  };
}
