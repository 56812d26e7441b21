// Owns who sees the studio: with a session its children, else how to get in. Refuses to unmount them on mere silence.
"use client";
import { lazy, type ReactNode, Suspense } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { GatePage } from "./gate-page.tsx";
import { Unreachable } from "./unreachable.tsx";
import { type Session, useSession } from "./use-session.ts";

const SignIn = lazy(() => import("./sign-in.tsx").then((file) => ({ default: file.SignIn })));

/** `waiting` stands in for the moment in which the session is being looked up. */
export function SessionGate({ children, waiting }: { children: ReactNode; waiting: ReactNode }) {
  const session = useSession();
  switch (session.state.status) {
    case "open":
      return children;
    case "checking":
      return waiting;
    case "closed":
      return (
        <Suspense>
          <SignIn error={session.state.error} busy={session.busy} onToken={session.retry} />
        </Suspense>
      );
    case "unreachable":
      return <Unreachable busy={session.busy} onRetry={() => session.retry()} />;
    case "refused":
      return <Refused error={session.state.error} session={session} />;
  }
}

function Refused({ error, session }: { error: unknown; session: Session }) {
  const t = useT("common");
  const textOf = useFailureText();
  return (
    <GatePage title={textOf(error).what}>
      <ErrorState
        {...textOf(error)}
        action={
          <Button size="sm" busy={session.busy} onClick={() => session.retry()}>
            {t("retry")}
          </Button>
        }
      />
    </GatePage>
  );
}
