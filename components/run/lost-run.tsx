// Owns the page of a run whose folder cannot be read: what is known of it from the list, and how to be rid of it.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { runQueries, useRunAction } from "@/client/queries/runs.ts";
import { RunStateBadge } from "@/components/run-state/run-state-badge.tsx";
import { RemoveRunDialog } from "@/components/shared/remove-run-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { allowedActions } from "@/contract/allowed-actions.ts";
import type { RunSummary } from "@/contract/run.ts";

type LostRunProps = {
  id: string;
  failure: { what: string; why?: string; todo?: string };
  retry: ReactNode;
};

export function LostRun({ id, failure, retry }: LostRunProps) {
  const t = useT("run");
  const { data } = useQuery(runQueries.list({ archived: true }));
  const run = data?.find((each) => each.id === id);
  return (
    <>
      <PageHeader
        title={run?.name ?? t("title")}
        heading={
          run ? (
            <div className="flex min-w-0 items-center gap-2.5">
              <h1 className="min-w-0 truncate font-semibold text-xl">{run.name}</h1>
              <RunStateBadge run={run} />
            </div>
          ) : undefined
        }
      />
      <ErrorState
        className="m-4 md:m-6"
        {...failure}
        action={
          <>
            {retry}
            {run ? <Ways run={run} /> : null}
          </>
        }
      />
    </>
  );
}

function Ways({ run }: { run: RunSummary }) {
  const t = useT("run");
  const router = useRouter();
  const textOf = useFailureText();
  const { mutate, isPending } = useRunAction();
  const [asking, setAsking] = useState(false);
  const allowed = allowedActions(run);
  const act = (action: "archive" | "restore") =>
    mutate(
      { id: run.id, action },
      { onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }) },
    );
  return (
    <>
      {allowed.has("archive") ? (
        <Button busy={isPending} onClick={() => act("archive")}>
          <Archive aria-hidden />
          {t("action.archive")}
        </Button>
      ) : null}
      {allowed.has("restore") ? (
        <Button busy={isPending} onClick={() => act("restore")}>
          <ArchiveRestore aria-hidden />
          {t("action.restore")}
        </Button>
      ) : null}
      {run.archived ? (
        <Button variant="danger" onClick={() => setAsking(true)}>
          <Trash2 aria-hidden />
          {t("action.remove")}
        </Button>
      ) : null}
      <RemoveRunDialog
        open={asking}
        run={run}
        lost
        onClose={() => setAsking(false)}
        onRemoved={() => router.push("/")}
      />
    </>
  );
}
