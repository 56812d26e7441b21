// Owns the page of a browser without a session: how to get in, and a field for the token.
"use client";
import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { GatePage } from "./gate-page.tsx";
import { readToken } from "./read-token.ts";

export type SignInProps = { error: unknown; busy: boolean; onToken: (token: string) => void };

export function SignIn({ error, busy, onToken }: SignInProps) {
  const t = useT("session");
  const textOf = useFailureText();
  const [pasted, setPasted] = useState("");
  const [empty, setEmpty] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = readToken(pasted);
    setEmpty(token === "");
    if (token !== "") onToken(token);
  };

  return (
    <GatePage title={t("signIn.title")}>
      <p className="text-muted">{t("signIn.lead")}</p>
      {error ? <ErrorState {...textOf(error)} /> : null}
      <ol className="flex list-decimal flex-col gap-3 pl-5 marker:text-faint">
        <li className="pl-1">{t("signIn.stepOpen")}</li>
        <li className="pl-1">
          {t("signIn.stepPaste")}
          <form onSubmit={submit} className="mt-3 flex flex-col gap-3">
            <Field invalid={empty}>
              <FieldLabel>{t("signIn.label")}</FieldLabel>
              <Input
                mono
                name="token"
                type="password"
                autoComplete="off"
                autoFocus
                icon={<KeyRound />}
                value={pasted}
                onValueChange={(value) => {
                  setPasted(value);
                  setEmpty(false);
                }}
              />
              <FieldError>{empty ? t("signIn.empty") : null}</FieldError>
            </Field>
            <Button type="submit" variant="primary" busy={busy} className="w-fit">
              {t("signIn.submit")}
            </Button>
          </form>
        </li>
      </ol>
      <p className="text-faint text-xs">{t("signIn.where")}</p>
    </GatePage>
  );
}
