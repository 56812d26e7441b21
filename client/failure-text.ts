// Owns the words of a failure: what happened, why, what to do, in the person's language. Refuses to draw them.
import type { ApiError } from "@/contract/errors.ts";
import { isApiFailure } from "./http.ts";
import { useLocale, useT } from "./i18n/use-t.ts";

export type FailureText = { what: string; why: string; todo: string; details?: string };

/** The server's own English words know names and paths; they are not lost in another language either. */
function serverWords({ message, reason, hint, details }: ApiError): string {
  return [message, reason, hint, details].filter((line) => line).join("\n");
}

/** `const textOf = useFailureText()`; then `<ErrorState {...textOf(error)} />` or a toast. */
export function useFailureText(): (error: unknown) => FailureText {
  const t = useT("errors");
  const locale = useLocale();
  return (error) => {
    if (!isApiFailure(error)) {
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { what: t("unexpected.what"), why: t("unexpected.why"), todo: t("unexpected.todo"), details };
    }
    const { body, status } = error;
    if (!body) {
      const kind = status === 0 ? "network" : "unexpected";
      const details = status === 0 ? undefined : `HTTP ${status}`;
      return { what: t(`${kind}.what`), why: t(`${kind}.why`), todo: t(`${kind}.todo`), details };
    }
    const text = {
      what: t(`${body.code}.what`),
      why: t(`${body.code}.why`),
      todo: t(`${body.code}.todo`),
    };
    if (locale !== "en") return { ...text, details: serverWords(body) };
    return {
      what: body.message,
      why: body.reason ?? text.why,
      todo: body.hint ?? text.todo,
      details: body.details,
    };
  };
}
