// Owns the installation of an engine on its card: how far it is and ending it, or why the last one failed.
"use client";
import Link from "next/link";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRunAction } from "@/client/queries/runs.ts";
import { useReasonWords } from "@/client/reason-words.ts";
import { SetupProgress } from "@/components/run-state/setup-progress.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { RunSummary } from "@/contract/run.ts";

export function SetupUnderWay({ setup, name }: { setup: RunSummary; name: string }) {
  const t = useT("settings");
  const textOf = useFailureText();
  const stop = useRunAction();
  const end = () =>
    stop.mutate(
      { id: setup.id, action: "stop" },
      { onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }) },
    );
  const isEnding = stop.isPending || setup.state.status === "stopping";
  return (
    <div className="flex flex-col gap-2">
      <SetupProgress run={setup} label={t("engines.progressLabel", { name })} />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="ghost" className="-ml-2" render={<RunLink id={setup.id} />}>
          {t("engines.openRun")}
        </Button>
        <Button size="sm" className="ml-auto" busy={isEnding} onClick={end}>
          {t("engines.cancel")}
        </Button>
      </div>
    </div>
  );
}

/** Nothing where the last installation went well, or was ended on wish. */
export function SetupFailure({ setup, name }: { setup: RunSummary; name: string }) {
  const t = useT("settings");
  const words = useReasonWords();
  const { state } = setup;
  if (state.status !== "failed" && state.status !== "lost") return null;
  const { why, todo } =
    state.status === "failed"
      ? words.failure(state.reason, "setup")
      : { why: words.lost(state), todo: undefined };
  return (
    <ErrorState
      what={t("engines.setupFailed", { name })}
      why={why}
      todo={todo}
      details={state.status === "failed" ? state.reason.details : undefined}
      action={
        <Button size="sm" render={<RunLink id={setup.id} />}>
          {t("engines.openRun")}
        </Button>
      }
    />
  );
}

function RunLink({ id, ...props }: { id: string; className?: string }) {
  return <Link href={`/run/?id=${id}`} prefetch={false} {...props} />;
}
